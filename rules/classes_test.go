package rules_test

import (
	"testing"

	"ninaudit/audit"
	"ninaudit/audit/linkage"
)

// TestClassesAreTheModels: what reports call certain and probable is what the model means by it.
func TestClassesAreTheModels(t *testing.T) {
	m := linkage.Shipped()
	if m.Certain != audit.Certain || m.Probable != audit.Probable {
		t.Errorf("the model's classes begin at %v and %v, the reports' at %v and %v",
			m.Certain, m.Probable, audit.Certain, audit.Probable)
	}
}
