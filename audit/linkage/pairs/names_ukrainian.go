package pairs

// Ukrainian names, in Cyrillic; the surnames as a man bears them. A surname of a stem and an
// ending is a patronymic or a name after a place.
const (
	womenUkrainian = `Юлія Олена Наталія Оксана Тетяна Анастасія Ірина Катерина Ольга Марія Світлана Вікторія Ганна
		Надія Софія Дарина Аліна Людмила Галина Соломія Єва Яна Злата Поліна Валентина Любов Лариса Інна Алла Віра
		Ніна Антоніна Маргарита Діана Христина Мілана Вероніка Єлизавета Владислава Богдана Уляна Олеся Тамара
		Жанна Зоя Раїса Євгенія Іванна Аліса Каріна Стефанія`
	menUkrainian = `Олександр Сергій Андрій Дмитро Володимир Максим Артем Іван Микола Юрій Богдан Михайло Євген
		Назар Данило Кирило Ілля Тарас Ярослав Петро Павло Віталій Захар Матвій Роман Ігор Олег Василь Віктор
		Анатолій Олексій Денис Владислав Руслан Степан Давид Тимофій Марко Нікіта Єгор Станіслав Григорій Гліб
		Остап Леонід Вадим Костянтин Мирослав Антон Георгій`
	surnamesUkrainian = `Мельник Шевченко Коваленко Бондаренко Бойко Ткаченко Кравченко Ковальчук Коваль Олійник
		Шевчук Поліщук Лисенко Савченко Руденко Марченко Петренко Мороз Клименко Павленко Кравчук Гнатюк Гончаренко
		Левицький Вишневський Заболотний Чорний Хоменко Тимбалюк Цимбалюк Щербак Яценко Юрченко Жук Тищенко Зайченко
		Пономаренко Москаленко Згурський Дем'яненко Грищенко Їжакевич Кузьменко Харченко Гриценко Швець Білоус
		Кучеренко Левченко Панченко Мазур Кушнір Козак Литвиненко Ярмоленко Сидоренко Іщенко Чумак Щербина Гайдук
		Журавель Яворський Хмельницький Ґудзь`
	stemsUkrainian = `Іван Петр Степан Гаврил Данил Василь Антон Артем Федор Роман Семен Тимош Юхим Яким Кирил
		Максим Мартин Матвій Микит Назар Остап Панас Прокоп Сав Самійл Трохим Захар Зінов Лук'ян Леон Ониск Пилип
		Гордій Давид Дорош Карп Клим Кость Кіндрат Левк Макар Марк Михайл Олекс Охрім Ляш Гонч Бондар Коваль Стельм
		Кушнір Римар Дяч Писар Козач Чабан`
	endingsUkrainian = `енко ук юк чук ишин ович ець`
	placesUkrainian  = `Лев Вишн Яворів Город Дубров Заріч Залізн Зелін Калин Кам'ян Краснопіл Кропив Липов Ломниц
		Малинов Мостов Остров Підгор Покров Садов Соколов Сосн Старов Терн Тополів Чернів Шумов Ясін Журав Хрещат`
)

var twinsUkrainian = twins{
	boys: `Назар/Захар,Іван/Ілля,Роман/Руслан,Андрій/Артем,Станіслав/Ярослав,Микита/Микола,Максим/Матвій,` +
		`Тимофій/Тимур,Дмитро/Данило,Олег/Олексій,Марко/Макар,Богдан/Борис`,
	girls: `Марія/Марина,Анна/Аліна,Софія/Стефанія,Дарина/Каріна,Марта/Марія,Олена/Олеся,Поліна/Аліна,` +
		`Світлана/Сніжана,Лілія/Юлія,Наталія/Віталія,Мілана/Мирослава,Злата/Зоряна`,
	mixed: `Віктор/Вікторія,Олександр/Олександра,Євген/Євгенія,Богдан/Богдана,Валерій/Валерія,Ярослав/Ярослава,` +
		`Владислав/Владислава,Мирослав/Мирослава,Станіслав/Станіслава,Іван/Іванна,Максим/Мілана`,
}

// russianGiven says what a given name is in Russian, in one Latin spelling or several. A name that
// is not here is spelled by its letters.
const russianGiven = `Олександр:Alexander,Aleksandr,Alexandr Сергій:Sergei,Sergey,Sergej Андрій:Andrei,Andrey,Andrej
	Дмитро:Dmitri,Dmitry,Dmitrij Володимир:Vladimir Микола:Nikolai,Nikolay,Nikolaj Михайло:Mikhail,Michail
	Петро:Piotr,Pyotr Павло:Pavel Євген:Evgenii,Evgeny,Jevgenij Ілля:Ilia,Ilya,Ilja Данило:Daniil,Danil
	Кирило:Kirill Віталій:Vitalii,Vitaly,Vitalij Юрій:Iurii,Yuri,Jurij Олена:Elena,Yelena,Jelena Ганна:Anna
	Катерина:Ekaterina,Yekaterina,Jekaterina Ірина:Irina Ольга:Olga Світлана:Svetlana Надія:Nadezhda
	Наталія:Natalia,Nataliya,Natalja Тетяна:Tatiana,Tatyana,Tatjana Юлія:Iuliia,Yulia,Julia
	Софія:Sofia,Sofiya,Sofija Вікторія:Viktoria,Victoria,Viktorija Марія:Maria,Mariya,Marija
	Анастасія:Anastasia,Anastasiya,Anastasija Дарина:Daria,Darya,Darja Олексій:Aleksei,Alexey,Aleksej
	Ігор:Igor Василь:Vasilii,Vasily,Vasilij Віктор:Viktor Анатолій:Anatolii,Anatoly,Anatolij Матвій:Matvei,Matvey
	Степан:Stepan Тимофій:Timofei,Timofey Микита:Nikita Григорій:Grigorii,Grigory,Grigorij Гліб:Gleb
	Костянтин:Konstantin Єлизавета:Elizaveta,Yelizaveta Олександра:Aleksandra,Alexandra Любов:Liubov,Lyubov
	Валентина:Valentina Галина:Galina Людмила:Liudmila,Lyudmila Маргарита:Margarita Христина:Kristina
	Євгенія:Evgeniia,Evgenia,Jevgenija Віра:Vera Артем:Artem,Artyom Максим:Maksim,Maxim`
