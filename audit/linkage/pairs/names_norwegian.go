package pairs

// Norwegian given names by when those who bear them were born, the common ones first, after the
// order of SSB's name statistics.
const (
	womenOld = `Anne Inger Kari Marit Ingrid Liv Eva Berit Astrid Bjørg Hilde Anna Solveig Marianne Randi Ida Nina
		Maria Elisabeth Kristin Bente Heidi Gerd Wenche Tone Ellen Unni Turid Ragnhild Sissel Aud Grete Torill Elin
		Else Mona Anita Tove Gunn Laila Rita Reidun Åse Hanne Karin Synnøve Sigrid Brit Kirsten Jorunn Gro Eli Ruth
		Mette Oddny Vigdis Gunvor Signe Målfrid Borghild Siri Hege Aslaug Bodil Ingeborg Magnhild Rigmor Karen Irene
		Britt Åshild Sonja Trine Merete Line Lise Guri Edel Torunn Mary Margit Sølvi Helga Rannveig Johanne Eldbjørg`
	womenMiddle = `Camilla Silje Linn Hege Monica Kristine Ingrid Cecilie Marte Ida Stine Christine Hanne Lene
		Maria Anette Marianne Trine Kristin Heidi Linda Line Siri Tonje Therese Tone Mari Julie Ingvild Guro Vibeke
		Malin Karoline Ann Charlotte Lise Maren Elin Nina Merete Ragnhild Renate Elisabeth Susanne Veronica Solveig
		Hilde Eva Ellen Benedicte Mette Katrine Caroline Henriette Kjersti Gry Jeanette Hanna Anita Marit Randi Anja
		Andrea Ane Eirin Sunniva Lena Rikke Beate Berit Sandra Marita Helene Christina Ina Lisbeth Synne Gunhild
		Ingunn Åshild Torill Mona Linda Janne Oddrun Irene Unn Ranveig Tale`
	womenYoung = `Emma Nora Sofie Olivia Ella Maja Emilie Ingrid Sara Leah Amalie Frida Ida Thea Hedda Tuva Sigrid
		Selma Ada Astrid Mathilde Hanna Jenny Aurora Live Mia Eline Vilde Julie Solveig Ronja Tiril Åsne Oda Alma
		Iben Synne Marie Hermine Tomine Kaja Ylva Eira Anna Victoria Malin Martine Sunniva Marte Ingeborg Amanda
		Mille Johanne Agnes Lilly Ellinor Celine Lea Ane Liv Tyra Andrea Nikoline Oline Helene Madeleine Lykke Mina
		Juni Saga Silje Helle Pernille Elise Viktoria Lina Ina Mari Karoline Eva Isabella Othilie Erle Hennie Luna
		Gina Marit Veslemøy Tonje Embla Ragna Brage Linnea Cornelia Ellie Sol Billie Norah Lotte Ågot Bjørk`
	menOld = `Jan Per Bjørn Ole Lars Kjell Knut Svein Arne Thomas Hans Geir Tor Morten Terje Odd Erik John Rune
		Gunnar Harald Rolf Olav Einar Leif Arild Tore Nils Øyvind Helge Trond Roar Sverre Roger Dag Jon Steinar
		Egil Øystein Magne Kåre Frode Jens Ivar Johan Pål Stein Alf Kristian Sigurd Reidar Tom Magnus Finn Åge
		Asbjørn Torbjørn Oddvar Ketil Arvid Bernt Halvor Ragnar Peder Karl Vidar Birger Bjarne Erling Kolbjørn
		Jostein Torstein Håvard Sigmund Håkon Inge Jarle Henry Willy Eivind Torleif Edvard Ernst Ståle Gaute`
	menMiddle = `Thomas Andreas Martin Morten Lars Espen Anders Stian Marius Kristian Øyvind Frode Tommy Erik
		Kim Jan Rune Christian Ole Henrik Daniel Magnus Håkon Fredrik Kenneth Trond Geir Pål Eirik Vegard Jonas
		Tor Stig Roger Robert Simen Christoffer Tom Håvard Svein Jørgen Alexander Terje Knut Nils Torbjørn Øystein
		Remi Per Petter Mats Eivind Ronny Bjørn Kjetil Jon Glenn Hans Sindre Asbjørn Halvard Audun Ørjan Dag Ståle
		Tore Joakim Steffen Gaute Sveinung Sondre Runar Markus Arild Raymond Kjell Odd Jostein Tarjei Vidar Ståle
		Trygve Sigbjørn Ruben Gard Preben Aslak Iver Even Åsmund Stein Leif Kåre`
	menYoung = `Jakob Lukas Noah Emil Oskar Oliver William Filip Elias Aksel Isak Theodor Henrik Ludvig Magnus
		Mathias Kasper Johannes Sander Håkon Tobias Jonas Olav Ulrik Sondre Adrian Odin Iver Even Sverre Jørgen
		Brage Tarjei Vetle Mikkel Sigurd Øystein Bjørnar Halvard Storm Nils Erlend Åsmund Peder Viktor Alfred Johan
		Benjamin Leon Herman Markus Kristian Martin Andreas Marius Sindre Simen Fredrik Daniel Alexander Kristoffer
		Leo Liam Ola Erik Eirik Trym Anders Mats Jens Haakon Casper Felix August Gustav Lars Theo Birk Levi Falk
		Eskil Julian Gabriel Adam Matheo Eivind Nikolai Phillip Tormod Torjus Bendik Thomas Samuel Ask Kåre Morten
		Emrik Haldor Fabian Karl Edvin Amund Jesper Nicolai Conrad Tor Imre Jonathan Sivert Ørjan`

	norseWomen  = `Arn Ås Berg Bor Dag Ei Geir Gjert Gud Gunn Hall Heid Her Hjør Ing Jor Mag Odd Ragn Rand Sig Sol Stein Sva Tor Ulv Unn Val Vil`
	norseWomenB = `bjørg borg dis frid gerd gunn hild laug unn veig vår vor`
	norseMen    = `Al And Arn As Aud Berg Birk Dag Eld Ey Fred Geir Gud Gunn Hall Har Her Ing Jør Kol Odd Ragn Reid Sig Stein Svein Tor Ulv Val Vig`
	norseMenB   = `ar bjørn brand fast finn geir grim leif lak mar mod mund stein tor ulf vald var`
)

// Norwegian surnames: the common ones in order, names after farms in two parts, and given names
// that became patronymics.
const (
	surnamesNorwegian = `Hansen Johansen Olsen Larsen Andersen Pedersen Nilsen Kristiansen Jensen Karlsen Johnsen
		Pettersen Eriksen Berg Haugen Hagen Johannessen Andreassen Jacobsen Halvorsen Dahl Jørgensen Henriksen Lund
		Sørensen Jakobsen Gundersen Moen Iversen Strand Solberg Svendsen Eide Martinsen Knutsen Paulsen Bakken
		Kristoffersen Mathisen Lie Amundsen Rasmussen Lunde Solheim Berge Moe Nygård Bakke Kristensen
		Fredriksen Holm Lien Hauge Christensen Andresen Nielsen Evensen Knudsen Sæther Aas Myhre Hanssen Haugland
		Thomassen Sivertsen Simonsen Danielsen Berntsen Sandvik Rønning Arnesen Antonsen Næss Haug Ellingsen
		Thorsen Edvardsen Vik Gulbrandsen Birkeland Ruud Isaksen Aasen Strøm Myklebust Tangen Ødegård Eliassen
		Helland Bøe Jenssen Aune Mikkelsen Tveit Brekke Abrahamsen Madsen Hermansen Sunde Bjerke Ness Nygaard
		Engen Løken Sørlie Torgersen Ødegaard Aasland Gjerde Wold Skår Hovland Røed Bråten Øvrebø Tveten`
	farms = `Al Ask Aur Bakke Berg Bjerk Birke Bjør Bratt Brei Brenn Bu Byg Dal Drag Dyr Eik Ein Elve Eng Fager
		Feng Finn Fjell Fosse Frøy Furu Gauk Gjer Gran Grov Grønn Gull Hag Hallin Ham Haug Hegge Hell Hest Hjelm Hol
		Hov Husa Høy Ing Kald Kval Kirke Kjøl Klepp Kling Knap Kross Kvam Kvern Lang Lauv Lille Lind Lis Lund Lyng
		Lys Løv Mar Mid Mos Myr Mæl Nes Nord Ny Opp Or Os Rav Rein Ris Rogn Rosse Rust Røys Sand Sel Seter Sjø Skar
		Skjel Skog Slett Små Sol Stav Stein Stor Straum Sund Svart Svein Sør Tang Ting Tjøn Tor Tun Tveit Tyr Ulv Vang
		Var Vass Ven Vest Vind Våg Ytter Øde Ør Øst Øy Åm Ås`
	farmsB = `aas åsen berg bakk bakken bø bråten dal dalen eid enga fjell fjord foss gård gaard haug hammer heim holm
		holt hus land li lien løkken mark mo moen myr nes rud sand set seter seth skog stad strand sund sveen tun
		tveit vang vik voll vold øy`
	patronyms = `Aksel Alf Ander Arvid Asbjørn Aslak Bernt Birger Bjarne Bjørn Didrik Edvin Einar Eivind Elling
		Engebret Erling Finn Gabriel Georg Gregers Guttorm Harald Helge Herman Hilmar Ingebrigt Ingvald Jonas Joakim
		Josef Kaspar Kjell Klaus Lauritz Ludvig Magnus Marius Markus Matias Mogens Mons Nikolai Odd Oddvar Ole Oskar
		Peder Rolf Sevald Sigurd Sjur Steffen Stein Syver Søren Tellef Teodor Terje Tobias Tore Torkild Trond Ulrik
		Viktor Villum Wilhelm Zakarias`
	secondWomen = `Marie Sofie Helene Elise Kristine Louise Katrine Cecilie Elisabeth Maria Lovise Charlotte Victoria
		Johanne Isabel Karoline Therese Alexandra Emilie Julie`
	secondMen = `Andreas Johan Alexander Martin Kristian Henrik Magnus Christoffer Emil Nikolai Elias Mathias Fredrik
		Erik Petter Kristoffer Benjamin William Thomas Sebastian`
)

var twinsNorwegian = twins{
	boys: `Martin/Morten,Jonas/Tobias,Marius/Markus,Magnus/Markus,Even/Iver,Henrik/Fredrik,Sander/Anders,Trym/Tarjei,` +
		`Jakob/Jonas,Elias/Tobias,Kristian/Kristoffer,Emil/Elias,Simen/Sindre,Sondre/Sindre,Håkon/Haldor,` +
		`Adrian/Andreas,Ulrik/Eirik,Lars/Lukas`,
	girls: `Marte/Marit,Kari/Karin,Lise/Line,Ida/Ina,Emma/Emilie,Hanna/Hanne,Mia/Maja,Julie/Juni,Ingrid/Ingvild,` +
		`Synne/Synnøve,Astrid/Åse,Linn/Lina,Camilla/Cecilie,Tuva/Tiril,Amalie/Emilie,Sofie/Solveig,Mona/Mina,` +
		`Marte/Martine,Elise/Eline,Sara/Saga`,
	mixed: `Oliver/Olivia,Martin/Martine,Henrik/Henriette,Kristian/Kristine,Karl/Karoline,Emil/Emilie,Andreas/Andrea,` +
		`Viktor/Viktoria,Johan/Johanne,Theodor/Thea,Nikolai/Nikoline,Julian/Julie,Ola/Oline,Alexander/Alexandra`,
}
