package names

// norwegianForms are Norwegian given names whose spellings the key does not bring together by itself. Names
// that two siblings may bear (Erik and Eirik, Sofie and Sofia, Anne and Anna, Mikkel and Mikael) stay apart.
var norwegianForms = []string{
	// th at the beginning, which in Vietnamese is not t; Thor- needs no line
	"tale thale", "tarald tharald", "tea thea", "tekla thekla", "telma thelma", "teodor theodor",
	"teresa theresa", "terese therese", "tomas thomas tomasz", "tomine thomine", "turid thurid", "tyra thyra",
	// other spellings
	"bakke bache", // a surname
	"frederik fredrik",
	"henrik henrich",
	"isabel isabelle",
	"jasmin jasmine",
	"jon john",
	"josef jozef yosief",
	"lukas lukasz",
	"marius mariusz",
	"matteus mateusz",
	"michael mikael",
	"nikolas nicholas",
	"per peer",
	"rakel rachel",
	"sakarias zakarias zacharias",
	"susanne suzanne",
	"susanna zuzanna",
	"isabella izabela",
	"wenche wenke",
}
