//go:build race

package main

// raceDetector tells that the tests run under the race detector, which takes ten times the time.
const raceDetector = true
