package serial_test

// sort is what a person of a made-up catalog is, so that figures can be told apart.
type sort int

const (
	ordinary sort = iota
	newest        // born in the last two years, or one of the last who came
	easyDate      // came with a date that stands in for an unknown one
	twin
	reception // in a class of people who came together, with fødselsnummer
	dPerson
	dReception
	sorts
)

var sortWords = [sorts]string{"ordinary", "newest fnr", "easy dates", "twins", "reception class, fnr", "D-numbers", "reception class, D"}

// invention is how a number was made up.
type invention int

const (
	genuine invention = iota
	fromBottom
	byGenerator
	batchSeries
	batchSerial
	batchTail
	inventions
)

var inventionWords = [inventions]string{"genuine", "bottom of the series", "uniform generator", "batch: in series", "batch: one individnummer", "batch: one tail"}
