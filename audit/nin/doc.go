// Package nin knows national identity numbers and what else turns up where one should stand.
//
// A Parser reads one value on one day and gives a Number: what kind of number it is, whether it is well
// formed, and the one fault that counts where it has several. "Well formed" is all that digits can show:
// whether a number was ever issued, and to whom, only the population register knows.
//
// # What the order of judgement is
//
// One number, one verdict. The first that applies, counts:
//
//  1. neither 11 digits nor a DUF number: Malformed, or BadDUF for twelve digits that begin with no date
//  2. a stand-in that is not lawful in every other way: Placeholder
//  3. the layout of another issuer's number: OtherKind, SNumber, TestNumber; a month of no scheme: BadDate
//  4. no such day: BadDate
//  5. control digits that hold under no rule: Checksum; under the rule of 2032 only: Early2032
//  6. an unassigned series, a birth in the future or before 1900: BadDate
//
// # Where the facts pull apart
//
// A number is refused only if it has no lawful reading on the audit's day. A D-number whose date lies in the
// future under the series of 2021 is read by the series before it. Numbers that two issuers' layouts share
// say so (AmbiguousWith) instead of guessing.
//
// # Digits stay inside
//
// A Number masks itself in every format verb, in slog, JSON and text. Its digits are kept scrambled, so that
// even a print of a struct that holds one by reflection shows none. Reveal is the one way to them.
//
// The package needs the standard library only, and anyone may import it.
//
// Sources: the numbers' rules are those that Skatteetaten documents for Folkeregisteret (fødselsnummer,
// D-number, "nyttfnr2032", "sos-utvidelse-av-dnr-serien"); SSB's KOSTRA reporting for the control of DUF
// numbers; Sikt, NAV, Norsk helsenett and the counties for their own layouts.
package nin
