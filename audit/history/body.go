package history

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"

	"ninaudit/audit"
	"ninaudit/audit/nin"
)

// Told is a case as it was told, so that it can be told again when its persons were not read or are gone. Of a
// number it holds the kind and never a digit.
type Told struct {
	Args     []audit.Arg
	Evidence []audit.Evidence
	Score    float64
	Subjects []audit.Subject // without NIN
}

type body struct {
	Args     []bodyArg      `json:"a,omitempty"`
	Evidence []bodyEvidence `json:"e,omitempty"`
	Score    float64        `json:"p,omitempty"`
	Subjects []bodySubject  `json:"s,omitempty"`
}

// bodyArg is one argument: exactly one field is there, and says of which type it is.
type bodyArg struct {
	Text  []string `json:"t,omitempty"` // in each language, as audit.Languages lists them
	Date  *int32   `json:"d,omitempty"`
	Count *int     `json:"c,omitempty"`
	Kind  *string  `json:"k,omitempty"`
	Word  *string  `json:"w,omitempty"`
}

type bodyEvidence struct {
	Field string  `json:"f"`
	A     string  `json:"a,omitempty"`
	B     string  `json:"b,omitempty"`
	Level string  `json:"l,omitempty"`
	Bits  float64 `json:"v,omitempty"`
	Of    [2]int  `json:"o,omitzero"`
}

type bodySubject struct {
	Catalog   string `json:"c"`
	ID        string `json:"i,omitempty"`
	Principal string `json:"p,omitempty"`
	DN        string `json:"d,omitempty"`
	Name      string `json:"n,omitempty"`
	Unit      string `json:"u,omitempty"`
	Kind      string `json:"k"`
	Active    bool   `json:"a,omitempty"`
	Protected bool   `json:"x,omitempty"`
}

// Encode packs a case: the same case gives the same bytes. It is JSON, so that an administrator can read what is kept.
func Encode(t Told) ([]byte, error) {
	b := body{Score: t.Score}
	for i, a := range t.Args {
		packed, err := packArg(a)
		if err != nil {
			return nil, fmt.Errorf("argument %d: %w", i+1, err)
		}
		b.Args = append(b.Args, packed)
	}
	for _, e := range t.Evidence {
		b.Evidence = append(b.Evidence, bodyEvidence(e))
	}
	for i := range t.Subjects {
		s := &t.Subjects[i]
		b.Subjects = append(b.Subjects, bodySubject{Catalog: s.Catalog, ID: s.ID, Principal: s.Principal, DN: s.DN,
			Name: s.Name, Unit: s.Unit, Kind: s.Kind.String(), Active: s.Active, Protected: s.Protected})
	}
	return json.Marshal(b)
}

// Decode unpacks a case. What is of another form than Encode's is an error, which shows nothing of it.
func Decode(packed []byte) (Told, error) {
	var b body
	d := json.NewDecoder(bytes.NewReader(packed))
	d.DisallowUnknownFields()
	if err := d.Decode(&b); err != nil {
		return Told{}, errors.New("a stored case is damaged") // the decoder's words may show what stands there
	}
	if _, err := d.Token(); !errors.Is(err, io.EOF) {
		return Told{}, errors.New("a stored case is damaged: something follows it")
	}
	t := Told{Score: b.Score}
	for _, a := range b.Args {
		arg, err := a.unpack()
		if err != nil {
			return Told{}, err
		}
		t.Args = append(t.Args, arg)
	}
	for _, e := range b.Evidence {
		t.Evidence = append(t.Evidence, audit.Evidence(e))
	}
	for _, s := range b.Subjects {
		kind, ok := kindNamed(s.Kind)
		if !ok {
			return Told{}, errors.New("a stored case is damaged: no such kind of number")
		}
		t.Subjects = append(t.Subjects, audit.Subject{
			Ref:  audit.Ref{Catalog: s.Catalog, ID: s.ID, Principal: s.Principal, DN: s.DN},
			Name: s.Name, Unit: s.Unit, Kind: kind, Active: s.Active, Protected: s.Protected})
	}
	return t, nil
}

func packArg(a audit.Arg) (bodyArg, error) {
	switch v := a.(type) {
	case audit.Text:
		return bodyArg{Text: []string{v.NB, v.NN, v.EN}}, nil
	case audit.Date:
		d := int32(v)
		return bodyArg{Date: &d}, nil
	case audit.Count:
		n := int(v)
		return bodyArg{Count: &n}, nil
	case audit.Kind:
		k := nin.Kind(v).String()
		return bodyArg{Kind: &k}, nil
	case audit.Word:
		w := string(v)
		return bodyArg{Word: &w}, nil
	}
	return bodyArg{}, fmt.Errorf("%T has no form in the history", a)
}

func (b bodyArg) unpack() (audit.Arg, error) {
	var found []audit.Arg
	bad := false
	if b.Text != nil {
		text := append(b.Text, "", "", "")
		found = append(found, audit.Text{NB: text[0], NN: text[1], EN: text[2]})
		bad = len(b.Text) != 3
	}
	if b.Date != nil {
		found = append(found, audit.Date(*b.Date))
	}
	if b.Count != nil {
		found = append(found, audit.Count(*b.Count))
	}
	if b.Kind != nil {
		k, known := kindNamed(*b.Kind)
		found = append(found, audit.Kind(k))
		bad = bad || !known
	}
	if b.Word != nil {
		found = append(found, audit.Word(*b.Word))
	}
	if bad || len(found) != 1 {
		return nil, errors.New("a stored case is damaged: an argument of no type, or of several")
	}
	return found[0], nil
}

func kindNamed(name string) (nin.Kind, bool) {
	for k := nin.None; k <= nin.Synthetic; k++ {
		if k.String() == name {
			return k, true
		}
	}
	return nin.None, false
}
