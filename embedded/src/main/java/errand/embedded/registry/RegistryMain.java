package errand.embedded.registry;

import java.io.IOException;
import java.util.concurrent.CountDownLatch;

/**
 * Runs the registry in a process of its own until it is told to end: {@code RegistryMain PORT
 * BROKER}.
 */
public final class RegistryMain {

    private RegistryMain() {}

    public static void main(String[] args) throws Exception {
        if (args.length != 2) {
            System.err.println("Usage: RegistryMain PORT BOOTSTRAP_SERVERS");
            System.exit(2);
        }
        CountDownLatch ended = new CountDownLatch(1);
        RegistryServer server = start(args);
        Runtime.getRuntime()
                .addShutdownHook(
                        new Thread(
                                () -> {
                                    server.close();
                                    ended.countDown();
                                },
                                "registry-close"));
        System.out.println("ready " + server.url());
        ended.await();
    }

    private static RegistryServer start(String[] args) {
        try {
            return RegistryServer.start(args[1], Integer.parseInt(args[0]));
        } catch (IOException | IllegalStateException cannot) {
            System.err.println(cannot.getMessage());
            System.exit(1);
            throw new AssertionError("exited");
        }
    }
}
