package io.tapeline.launcher.e2e;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;

/** Ports of the loopback address that are free now. */
public final class FreePorts {
    private FreePorts() {}

    public static int one() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The second of five free neighbours, as the services of a plant take them. */
    public static int ofServices() {
        for (int attempt = 0; attempt < 100; attempt++) {
            int port = one();
            List<ServerSocket> taken = new ArrayList<>();
            try {
                for (int candidate = port - 1; candidate <= port + 3; candidate++) {
                    taken.add(new ServerSocket(candidate, 1, InetAddress.getLoopbackAddress()));
                }
                return port;
            } catch (IOException | IllegalArgumentException e) {
                // A neighbour is taken: try elsewhere.
            } finally {
                taken.forEach(FreePorts::close);
            }
        }
        throw new IllegalStateException("no five free ports side by side");
    }

    private static void close(ServerSocket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
