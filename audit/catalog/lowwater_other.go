//go:build !linux

package catalog

import "net"

// lowWater is how many bytes must have come before the system wakes who waits for a connection; nil where it can not be
// told.
func lowWater(net.Conn) func(bytes int) { return nil }
