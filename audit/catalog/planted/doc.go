// Package planted makes up the catalog of a municipality that does not exist, with faults planted
// in it and the truth about each: the measure that the audit is held to, and the origin of the
// built-in sample.
//
// It is written from the published rules alone and shares no code with the packages it tests:
// control digits, series and order of issue are worked out here a second time, so that generator
// and program check each other. It imports nothing of the project.
//
// No number in it can be anybody's. A number that stands for an ordinary one is synthetic (month +
// 80), so the catalog is to be audited with accept_synthetic: true. A number of another kind is a
// vector that its issuer published, or fails the control digits under the rule of 1964 and under
// that of 2032.
//
// The accounts of the catalog are told apart by these patterns:
//
//	accounts: {test: {uid: "test*"}, shared: {uid: "felles*"}, inactive: {description: "sluttet*"}}
//
// All else is audited with the default options.
package planted

//go:generate go test -run TestSampleFile -update .
