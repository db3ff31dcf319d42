package pairs

// Names of the plain sets, the common ones first. They are the names that registers of the country hold most of.
const (
	plainGivenGerman = `Hans Peter Wolfgang Klaus Ursula Michael Karin Helga Thomas Renate Monika Juergen Werner Gisela
		Manfred Ingrid Sabine Andreas Gerhard Elisabeth Petra Helmut Brigitte Martin Dieter Guenter Heinz Stefan
		Claudia Christian Horst Walter Christa Anna Frank Susanne Gabriele Bernd Angelika Karl Rolf Barbara Uwe Maria
		Herbert Hildegard Andrea Heike Joachim Kurt Birgit Erika Heinrich Gerda Ruth Stefanie Rainer Christine Birgitt
		Alexander Matthias Ralf Josef Rudolf Marianne Siegfried Irmgard Edith Ilse Ute Martina Inge Sandra Nicole
		Franz Julia Markus Friedrich Norbert Daniel Margarete Sven Ernst Waltraud Anja Jan Johannes Kerstin Otto
		Harald Katrin Cornelia Jutta Christina Ulrich Georg Robert Paul Erich Melanie Wilhelm Sebastian Axel Marion
		Silke Anke Carsten Dirk Elke Torsten Tobias Florian Holger Rosemarie Roswitha Gertrud Tanja Hannelore Heidi
		Katharina Volker Oliver Reinhard Anneliese Alfred Kathrin Ingeborg Lothar Jens Sonja Jochen Guenther Edeltraud
		Armin Egon Hermann Margot Doris Simone Detlef Annette Eva Astrid Joerg Heiko Marco Kai Marc Dennis Patrick
		Philipp Simon Felix Lisa Laura Sarah Lena Anne Nadine Yvonne Bianca Manuela Silvia Regina Beate Dagmar Elfriede
		Eckhard Gerd Gustav Hartmut Hubert Ludwig Arno Benno Bruno Burkhard Erwin Ewald Fritz Gernot Gottfried Herta
		Ilona Iris Irma Lieselotte Luise Magdalena Mathilde Meike Mechthild Nils Ottilie Reiner Sigrid Sigrun Steffen
		Theresia Thorsten Traute Udo Ulrike Vera Veronika Wiebke Wilfried Winfried Wilma Else Frieda Emma Hedwig
		Johanna Antje Arnold August Adolf Theodor Konrad Leonhard Lorenz Ruediger Jakob Jonas Lukas Niklas Leon`
	plainSurnamesGerman = `Mueller Schmidt Schneider Fischer Weber Meyer Wagner Becker Schulz Hoffmann Schaefer Koch Bauer
		Richter Klein Wolf Schroeder Neumann Schwarz Zimmermann Braun Krueger Hofmann Hartmann Lange Schmitt Werner
		Schmitz Krause Meier Lehmann Schmid Schulze Maier Koehler Herrmann Koenig Walter Mayer Huber Kaiser Fuchs
		Peters Lang Scholz Moeller Weiss Jung Hahn Schubert Vogel Friedrich Keller Guenther Frank Berger Winkler Roth
		Beck Lorenz Baumann Franke Albrecht Schuster Simon Ludwig Boehm Winter Kraus Martin Schumacher Kraemer Vogt
		Stein Jaeger Otto Sommer Gross Seidel Heinrich Brandt Haas Schreiber Graf Schulte Dietrich Ziegler Kuhn Kuehn
		Pohl Engel Horn Busch Bergmann Thomas Voigt Sauer Arnold Wolff Pfeiffer Ernst Huebner Kramer Franz Beyer
		Peter Paul Lindner Barth Hermann Nowak Arndt Kruse Ebert Schilling Fiedler Graefe Urban Jahn Bender Nagel
		Geiger Stock Rau Riedel Noack Petersen Jansen Janssen Hansen Thiel Hein Marx Ritter Bock Reuter Kirchner
		Wenzel Mohr Wendt Steiner Voss Rieger Eckert Hirsch Kurz Lenz Hauser Bruns Bittner Zander Strauss Heller
		Buchholz Kessler Schramm Ott Rudolph Ackermann Adam Behrens Bach Binder Blum Brinkmann Conrad Decker Dorn
		Eder Fink Freitag Frey Fritz Gerlach Hess Held Hohmann Jacob Jost Kern Kiefer Knoll Kolb Linke Maurer Metzger
		Nickel Opitz Pape Probst Raabe Reich Reimann Rohde Rose Runge Sander Sasse Schade Schenk Schiller Seifert
		Siebert Stahl Stark Thomsen Unger Vetter Wegener Wegner Weigel Westphal Wiese Wirth Wulf Zeller Zimmer`
	plainGivenAnglo = `James Mary John Patricia Robert Jennifer Michael Linda William Elizabeth David Barbara Richard Susan
		Joseph Jessica Thomas Sarah Charles Karen Christopher Nancy Daniel Lisa Matthew Betty Anthony Margaret Mark
		Sandra Donald Ashley Steven Kimberly Paul Emily Andrew Donna Joshua Michelle Kenneth Carol Kevin Amanda Brian
		Dorothy George Melissa Edward Deborah Ronald Stephanie Timothy Rebecca Jason Sharon Jeffrey Laura Ryan Cynthia
		Jacob Kathleen Gary Amy Nicholas Shirley Eric Angela Jonathan Helen Stephen Anna Larry Brenda Justin Pamela
		Scott Nicole Brandon Emma Benjamin Samantha Samuel Katherine Gregory Christine Frank Debra Alexander Rachel
		Raymond Catherine Patrick Carolyn Jack Janet Dennis Ruth Jerry Maria Tyler Heather Aaron Diane Jose Virginia
		Adam Julie Henry Joyce Nathan Victoria Douglas Olivia Zachary Kelly Peter Christina Kyle Lauren Walter Joan
		Ethan Evelyn Jeremy Judith Harold Megan Keith Cheryl Christian Andrea Roger Hannah Noah Martha Gerald
		Jacqueline Carl Frances Terry Gloria Sean Ann Austin Teresa Arthur Kathryn Lawrence Sara Jesse Janice Dylan
		Jean Bryan Alice Joe Madison Jordan Doris Billy Abigail Bruce Julia Albert Judy Willie Grace Gabriel Denise
		Logan Amber Alan Marilyn Juan Beverly Wayne Danielle Roy Theresa Ralph Sophia Randy Marie Eugene Diana Vincent
		Brittany Russell Natalie Elijah Isabella Louis Charlotte Bobby Rose Philip Alexis Johnny Kayla Clifford Mabel
		Hugh Nigel Graham Trevor Gareth Rhys Gemma Fiona Heidi Tracey Lorraine Maureen Sheila Eileen Glenda Hazel`
	plainSurnamesAnglo = `Smith Johnson Williams Brown Jones Garcia Miller Davis Rodriguez Martinez Hernandez Lopez Gonzalez
		Wilson Anderson Thomas Taylor Moore Jackson Martin Lee Perez Thompson White Harris Sanchez Clark Ramirez Lewis
		Robinson Walker Young Allen King Wright Scott Torres Nguyen Hill Flores Green Adams Nelson Baker Hall Rivera
		Campbell Mitchell Carter Roberts Gomez Phillips Evans Turner Diaz Parker Cruz Edwards Collins Reyes Stewart
		Morris Morales Murphy Cook Rogers Gutierrez Ortiz Morgan Cooper Peterson Bailey Reed Kelly Howard Ramos Kim Cox
		Ward Richardson Watson Brooks Chavez Wood James Bennett Gray Mendoza Ruiz Hughes Price Alvarez Castillo Sanders
		Patel Myers Long Ross Foster Jimenez Powell Jenkins Perry Russell Sullivan Bell Coleman Butler Henderson
		Barnes Gonzales Fisher Vasquez Simmons Romero Jordan Patterson Alexander Hamilton Graham Reynolds Griffin
		Wallace Moreno West Cole Hayes Bryant Herrera Gibson Ellis Tran Medina Aguilar Stevens Murray Ford Castro
		Marshall Owens Harrison Fernandez McDonald Woods Washington Kennedy Wells Vargas Henry Chen Freeman Webb Tucker
		Guzman Burns Crawford Olson Simpson Porter Hunter Gordon Mendez Silva Shaw Snyder Mason Dixon Munoz Hunt Hicks
		Holmes Palmer Wagner Black Robertson Boyd Rose Stone Salazar Fox Warren Mills Meyer Rice Schmidt Garza Daniels
		Ferguson Nichols Stephens Soto Weaver Ryan Gardner Payne Grant Dunn Kelley Spencer Hawkins Arnold Pierce Hansen
		Peters Santos Hart Bradley Knight Elliott Cunningham Duncan Armstrong Hudson Carroll Lane Riley Andrews Ray`
	// Names that no table of known names holds, of a language that is not.
	plainStrangeA = `Az Bel Cor Dre Fen Gol Hur Ive Jas Kel Lor Mav Nus Ost Pel Quo Ras Sev Tor Ulv Vas Wen Xer Yol Zun`
	plainStrangeB = `adin ebor imal okan utis arven elko idros ompa urvis`
	plainStrangeC = `ander ebury ilkov omar usten arpin elgrad ivoska onteg ulmac akser`
)
