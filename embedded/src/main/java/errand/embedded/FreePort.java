package errand.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** Ports of 127.0.0.1 that nobody listens on. */
public final class FreePort {

    private FreePort() {}

    /** A port that was free a moment ago, picked by the operating system. */
    public static int any() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException("No port of 127.0.0.1 can be opened", e);
        }
    }

    /** {@code wanted} if it is free, another one otherwise. */
    public static int preferring(int wanted) {
        return isFree(wanted) ? wanted : any();
    }

    public static boolean isFree(int port) {
        if (port <= 0) {
            return false;
        }
        try (var socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1);
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
