package catalog

import (
	"net"
	"syscall"
)

// lowWater is how many bytes must have come before the system wakes who waits for a connection; nil where it can not be
// told. It is a wish: whatever has come can be read at any time.
func lowWater(c net.Conn) func(bytes int) {
	tcp, ok := c.(*net.TCPConn)
	if !ok {
		return nil
	}
	raw, err := tcp.SyscallConn()
	if err != nil {
		return nil
	}
	return func(bytes int) {
		_ = raw.Control(func(fd uintptr) {
			_ = syscall.SetsockoptInt(int(fd), syscall.SOL_SOCKET, syscall.SO_RCVLOWAT, bytes)
		})
	}
}
