package main

import "gopkg.in/yaml.v3"

// collectKeys gathers every key of a document as catalogs[].ldap.url.
func collectKeys(n *yaml.Node, at string, into map[string]bool) {
	switch n.Kind {
	case yaml.SequenceNode:
		for _, c := range n.Content {
			collectKeys(c, at+"[]", into)
		}
	case yaml.MappingNode:
		for i := 0; i+1 < len(n.Content); i += 2 {
			key := n.Content[i].Value
			if at != "" {
				key = at + "." + key
			}
			into[key] = true
			collectKeys(n.Content[i+1], key, into)
		}
	}
}
