package rules

// nameForms are given names that one person's documents may bear side by side: the Ukrainian form, the Russian
// form of a Soviet passport, and the form that a Norwegian clerk is used to. Each in one spelling; latinKeys
// folds the others.
var nameForms = [][]string{
	{"oleksandr", "aleksandr", "aleksander", "alexander"},
	{"oleksandra", "aleksandra", "alexandra"},
	{"oleksii", "aleksei", "alexei"},
	{"olena", "elena", "helena"},
	{"olha", "olga"},
	{"hanna", "anna"},
	{"andrii", "andrei", "andreas"},
	{"anastasiia", "anastasija"},
	{"dmytro", "dmitri", "dimitri", "dmitrii"},
	{"iryna", "irina", "irene"},
	{"kateryna", "ekaterina", "katarina"},
	{"maryna", "marina"},
	{"mykhailo", "mikhail", "mikael"},
	{"mykola", "nikolai", "nikolaj"},
	{"nadiia", "nadezhda"},
	{"pavlo", "pavel", "paul"},
	{"petro", "pjotr", "pyotr", "peter"},
	{"serhii", "sergei", "sergey"},
	{"svitlana", "svetlana"},
	{"tetiana", "tatiana"},
	{"vasyl", "vasilii", "vasili"},
	{"volodymyr", "vladimir"},
	{"yevhen", "evgenii", "evgeni", "eugene"},
	{"yevheniia", "evgeniia"},
	{"yelyzaveta", "elizaveta", "elisabeth"},
	{"yosyp", "iosif", "josef"},
	{"yurii", "jurij", "georgii"},
	{"heorhii", "georgii"},
	{"illia", "ilia"},
	{"ihor", "igor"},
	{"oleh", "oleg"},
	{"matvii", "matvei"},
	{"artem", "artiom"},
	{"denys", "denis"},
	{"maksym", "maksim"},
	{"vira", "vera"},
}

// formOf maps the key of a name form to the first form of its set.
var formOf = func() map[string]string {
	forms := map[string]string{}
	for _, set := range nameForms {
		first := latinKeys(set[0])[0]
		for _, name := range set {
			if key := latinKeys(name)[0]; forms[key] == "" {
				forms[key] = first
			}
		}
	}
	return forms
}()
