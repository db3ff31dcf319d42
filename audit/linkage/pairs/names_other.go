package pairs

// Names of the groups that a Norwegian municipality knows best besides the Norwegian and the
// Ukrainian, the common ones first. Put together at random they are nobody's in particular.
const (
	womenPolish = `Anna Katarzyna Małgorzata Agnieszka Magdalena Joanna Zofia Julia Maja Zuzanna Aleksandra Ewa Karolina
		Oliwia Grażyna Barbara Monika Beata Dorota Iwona Elżbieta Natalia Hanna Lena Alicja Wiktoria Weronika Martyna
		Paulina Patrycja Kinga Izabela Renata Aneta Sylwia Emilia Amelia Gabriela Kamila Łucja Róża`
	menPolish = `Piotr Krzysztof Andrzej Tomasz Paweł Michał Marcin Jakub Łukasz Szymon Kacper Antoni Wojciech Zbigniew
		Stanisław Jan Adam Filip Mateusz Rafał Grzegorz Dariusz Mariusz Robert Kamil Dawid Bartosz Bartłomiej Maciej
		Wiktor Oskar Igor Dominik Sebastian Przemysław Radosław Sławomir Jarosław Maksymilian`
	surnamesPolish = `Nowak Kowalski Wiśniewski Wójcik Kowalczyk Kamiński Lewandowski Zieliński Szymański Woźniak
		Dąbrowski Kozłowski Jankowski Mazur Wojciechowski Kwiatkowski Krawczyk Kaczmarek Piotrowski Grabowski Zając
		Pawłowski Michalski Król Wieczorek Jabłoński Wróbel Nowakowski Majewski Stępień Olszewski Jaworski Malinowski
		Dudek Adamczyk Pawlak Górski Sikora Walczak Rutkowski Baran Michalak Szewczyk Ostrowski Bąk Duda Sobczak`
	stemsPolish = `Biel Bor Brzez Chmiel Czarn Dobr Drozd Gaj Gor Grab Jan Jas Kal Karp Klim Kop Kos Krup Las Lip
		Maj Mal Mich Niedźwiedz Or Os Paw Piech Pol Rad Rog Rud Sad Sob Sok Staw Stan Szczep Tom Urban Wal Wasil Wit
		Wron Zab Zaw Żur`
	endingsPolish = `owski iński ewski czak ecki ik`

	womenArabic = `Fatima Mariam Nour Zainab Amira Layla Rania Yasmin Huda Salma Aya Reem Dalia Samira Hiba Aisha Khadija
		Sara Hana Rana Maha Lina Dina Nadia Hanan Amal Iman Rima Ghada Farah Jana Malak Lamar Raghad Shahd Israa`
	menArabic = `Mohammad Ahmad Ali Omar Hassan Yousef Khaled Ibrahim Mahmoud Mustafa Samir Tariq Bilal Hamza Anas Hussein
		Abdullah Karim Adnan Bassam Fadi Ghassan Hadi Imad Jamal Kamal Majid Nabil Osama Rami Sami Tamer Walid Yasser
		Ziad Amjad Firas Laith`
	surnamesArabic = `Al-Hassan,Ibrahim,Khalil,Hussein,Al Masri,Saleh,Haddad,Mansour,Darwish,Al-Khatib,Nasser,Aziz,Hamdan,` +
		`Qasim,Al Halabi,Sabbagh,Barakat,Al-Ahmad,Al Ali,Khoury,Najjar,Al-Hamad,Shami,Awad,Al-Jaber,Rashid,Hamid,` +
		`Al-Tamimi,Kassab,Al Hariri,Issa,Moussa,Younes,Al-Saadi,Jaber,Karam,Fares,Al-Najjar,Daoud,Suleiman,Al Omar,` +
		`Al-Mohammad,Abbas,Shaheen,Al-Rifai,Zidan,Al Shami,Othman,Ayoub,Dabbas,Al-Obaidi,Kanaan,Hijazi,Al-Sayed`

	womenSomali = `Amina Hodan Fartun Ifrah Sahra Nasra Hamdi Ayan Idil Khadija Faduma Sagal Ubah Halima Hawa Asha Maryan
		Fadumo Zahra Safia Muna Ikram Sumaya Hibo Deqa Filsan Ruqiya Naima Sucdi Leyla Kowsar Najma Saynab`
	menSomali = `Abdi Mohamed Abdullahi Ahmed Yusuf Liban Mahad Guled Khalid Ismail Bashir Zakaria Warsame Ali Hassan Omar
		Farah Nur Jama Osman Aden Hersi Elmi Muse Isse Said Abdirahman Ibrahim Hussein Mukhtar Sharif Dahir Salad Ayanle
		Mustafe Bile Roble Duale Geedi Samatar Abshir`

	womenTigrinya = `Selam Bsrat Helen Yordanos Rahwa Feven Saba Semhar Luwam Mihret Almaz Natsnet Winta Eden Bethlehem
		Senait Tsega Letay Kisanet Meron Sara Rahel Delina Milena Heaven Adiam Arsema Betiel Elsa Fiyori Hiwet`
	menTigrinya = `Yonas Filmon Samuel Tesfay Robel Abel Mehari Haben Daniel Kibrom Merhawi Natnael Dawit Aron Henok
		Michael Isaac Simon Yohannes Solomon Amanuel Efrem Biniam Hagos Berhane Kidane Tekle Haile Habtom Mebrahtu
		Goitom Zerai Okbay Ghebreab Kiflom Semere Tsegay Medhanie`
	stemsTigrinya   = `Gebre Tesfa Welde Kidane Habte Haile Berhane Tekle Zer'a Amde Fisseha Kahsay`
	endingsTigrinya = `mariam michael selassie giorgis medhin kristos tsion ab yesus hiwet`

	womenDari = `Zahra Fereshta Maryam Sakina Nargis Laila Parwana Shabnam Frishta Masuma Nilofar Fatima Shukria Marzia
		Hosna Roya Soraya Zarghuna Palwasha Sadaf Tahmina Yalda Wazhma Najiba Rukhsar Arezo Nazanin Mursal`
	menDari = `Reza Hamid Mahdi Farid Jawad Nasir Habib Mirwais Qais Najib Sohrab Ali Mohammad Ahmad Esmat Zabiullah
		Rahmatullah Aziz Ramin Farhad Milad Elyas Navid Omid Sharif Wahid Yama Khalil Mustafa Murtaza Sajad Baqir`
	stemsDari = `Ahmad Hossein Reza Mohammad Karim Haidar Nazar Sharif Rahim Amir Jafar Noor Akbar Azim Habib Qasim
		Sultan Yousuf Ibrahim Ghulam Rasul Wahid Latif Hakim Safar Bakhtiar Niaz Sadiq Alim Faqir Mirza Rahman Jami`
	endingsDari = `i zai zada yar`

	womenVietnamese = `Thị Lan,Thu Hương,Mai Anh,Ngọc Linh,Thị Hoa,Thanh Thảo,Mỹ Linh,Bảo Châu,Phương,Thị Thanh,Minh Châu,` +
		`Kim Anh,Hồng Nhung,Thùy Dương,Thị Mai,Khánh Vy,Bích Ngọc,Thu Hà,Quỳnh Anh,Lan Anh,Thị Hương,Yến Nhi,Tuyết,` +
		`Diệu Linh,Hải Yến,Thị Kim,Ánh Nguyệt,Cẩm Tú`
	menVietnamese = `Văn Minh,Đức Anh,Quang Huy,Hoàng Nam,Văn Tuấn,Minh Khoa,Tiến Đạt,Thanh Sơn,Hải,Văn Hùng,Quốc Bảo,` +
		`Gia Huy,Minh Quân,Đình Phong,Văn Dũng,Thành Long,Anh Tuấn,Duy Khánh,Công Vinh,Văn Hải,Hữu Phước,Ngọc Sơn,` +
		`Trung Kiên,Xuân Trường,Bảo Long,Văn Thành`
	surnamesVietnamese = `Trần Lê Phạm Hoàng Huỳnh Phan Vũ Võ Đặng Bùi Đỗ Hồ Ngô Dương Lý Đinh Trịnh Mai Tô Lâm Cao`
)

var twinsPolish = twins{
	boys: `Michał/Mikołaj,Jan/Jakub,Adam/Adrian,Piotr/Paweł,Marcin/Marian,Kamil/Karol,Patryk/Eryk,Szymon/Tymon,` +
		`Antoni/Aleksander,Filip/Fabian,Dawid/Damian,Kacper/Kajetan,Mateusz/Tadeusz`,
	girls: `Julia/Julianna,Zofia/Zuzanna,Alicja/Alina,Lena/Helena,Ewa/Eliza,Oliwia/Liwia,Karolina/Kamila,` +
		`Marta/Marzena,Amelia/Emilia,Dominika/Weronika,Kinga/Inga,Maja/Marta`,
	mixed: `Aleksander/Aleksandra,Michał/Michalina,Paweł/Paulina,Karol/Karolina,Wiktor/Wiktoria,Gabriel/Gabriela,` +
		`Dominik/Dominika,Patryk/Patrycja,Kamil/Kamila,Daniel/Daniela,Julian/Julia,Antoni/Antonina`,
}

var twinsArabic = twins{
	boys: `Hassan/Hussein,Omar/Amir,Mohammad/Mahmoud,Ahmad/Hamad,Yousef/Younes,Samir/Samer,Khaled/Khalil,Karim/Kamal,` +
		`Anas/Anwar,Hadi/Mahdi,Rami/Ramzi,Bilal/Jalal,Nasser/Nadir`,
	girls: `Hana/Hala,Rana/Rania,Salma/Salwa,Sara/Samar,Amal/Amani,Lina/Lana,Mona/Mina,Dalia/Dania,Hiba/Huda,` +
		`Mariam/Maram,Reem/Rima,Nour/Noura`,
	mixed: `Samir/Samira,Amir/Amira,Karim/Karima,Jamil/Jamila,Nabil/Nabila,Farid/Farida,Rashid/Rashida,Salim/Salima,` +
		`Said/Saida,Khalid/Khalida`,
}

var twinsSomali = twins{
	boys: `Hassan/Hussein,Abdirahman/Abdirahim,Mohamed/Mohamud,Ahmed/Mahad,Yusuf/Yasin,Abdullahi/Abdulkadir,` +
		`Zakaria/Zubeyr,Khalid/Khadar,Ilyas/Idris,Omar/Amir,Liban/Bilan`,
	girls: `Hibo/Hodan,Ifrah/Ikram,Sahra/Samira,Nasra/Nasteho,Fartun/Fardowsa,Amina/Amal,Hawa/Halima,Khadija/Khadra,` +
		`Faduma/Faiza,Saida/Sadia,Muna/Naima`,
	mixed: `Samir/Samira,Amin/Amina,Khadar/Khadra,Nasir/Nasra,Halim/Halima,Said/Saida,Yasin/Yasmin,Zaki/Zakia`,
}

var twinsTigrinya = twins{
	boys: `Filmon/Simon,Yonas/Yonatan,Samuel/Samson,Robel/Abel,Natnael/Nahom,Merhawi/Mehari,Kibrom/Kibreab,` +
		`Tesfay/Tesfalem,Daniel/Dawit,Haben/Habtom,Henok/Hermon,Aron/Amanuel`,
	girls: `Selam/Semhar,Rahwa/Rahel,Feven/Freweyni,Saba/Sara,Mihret/Miriam,Bsrat/Brikti,Yordanos/Yodit,Senait/Semira,` +
		`Winta/Natsnet,Delina/Milena`,
	mixed: `Mikael/Mikal,Daniel/Danait,Abel/Abeba,Yonas/Yohana,Hermon/Hermela,Natnael/Natsnet,Aron/Arsema,Semere/Semira`,
}

var twinsDari = twins{
	boys: `Hassan/Hussain,Omar/Amir,Farid/Fardin,Jawad/Jawid,Habib/Najib,Ali/Wali,Omid/Hamid,Qais/Qasim,` +
		`Mirwais/Mirza,Sohrab/Shahab,Rahim/Karim,Yama/Yasin,Amin/Amir`,
	girls: `Mona/Mina,Zahra/Zohra,Maryam/Marwa,Fereshta/Freba,Laila/Lailuma,Shabnam/Shabana,Parwana/Parwin,` +
		`Nilofar/Nilab,Sahar/Sara,Sana/Sama`,
	mixed: `Farid/Farida,Hamid/Hamida,Wahid/Wahida,Jamil/Jamila,Nasir/Nasira,Zaki/Zakia,Karim/Karima,Amin/Amina,` +
		`Shakib/Shakiba,Samir/Samira`,
}

var twinsVietnamese = twins{
	boys: `Văn Minh/Văn Mạnh,Đức Anh/Đức An,Quang Huy/Quang Hùng,Hoàng Nam/Hoàng Nhân,Thanh Sơn/Thanh Tùng,` +
		`Tiến Đạt/Tiến Đức,Minh Khoa/Minh Khang,Bảo Long/Bảo Lâm,Gia Bảo/Gia Huy,Văn Tuấn/Văn Toàn`,
	girls: `Thu Hương/Thu Hà,Mai Anh/Mai Linh,Ngọc Linh/Ngọc Lan,Thị Lan/Thị Liên,Mỹ Linh/Mỹ Lan,Thanh Thảo/Thanh Thủy,` +
		`Kim Anh/Kim Oanh,Hồng Nhung/Hồng Ngọc,Bảo Châu/Bảo Trâm,Thùy Dương/Thùy Trang`,
	mixed: `Ngọc Sơn/Ngọc Sương,Quang Linh/Mỹ Linh,Thanh Tùng/Thanh Tâm,Minh Anh/Mai Anh,Văn Hoan/Thị Hoa,Duy Anh/Diệu Anh`,
}
