package errand.local;

import static org.assertj.core.api.Assertions.assertThat;

import errand.embedded.FreePort;
import errand.local.log.Settled.Addresses;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * One installation for all test classes that need no own: started by the first, stopped after the
 * last.
 */
record Running(
        Cli cli, Client api, Client fliggy, Client taobao, Client alipay, Addresses addresses)
        implements AutoCloseable {

    private static final ExtensionContext.Namespace ALL =
            ExtensionContext.Namespace.create(Running.class);

    static Running of(ExtensionContext test) {
        return test.getRoot()
                .getStore(ALL)
                .computeIfAbsent(Running.class, _ -> start(), Running.class);
    }

    private static Running start() {
        try {
            var cli =
                    new Cli(
                            Files.createTempDirectory("errand-"),
                            FreePort.any(),
                            Map.of("ERRAND_PLAYBOOKS", playbooks().toString()));
            var up = cli.run("up", "--detach", "--with", "bench");
            assertThat(up.exit()).as(up.toString()).isZero();
            var deployment = Deployment.of(DataFolder.of(cli.data())).orElseThrow();
            return new Running(
                    cli,
                    new Client("http://127.0.0.1:" + cli.port()),
                    new Client(deployment.http(deployment.service("agent-fliggy"))),
                    new Client(deployment.http(deployment.service("agent-taobao"))),
                    new Client(deployment.http(deployment.service("agent-alipay"))),
                    new Addresses(
                            deployment.address(Services.BROKER),
                            deployment.http(Services.REGISTRY),
                            deployment.address(Services.POSTGRES)));
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * The port of an agent, for what a sandbox takes.
     *
     * @param agent such as {@code amap}
     */
    Client agent(String agent) {
        var deployment = Deployment.of(DataFolder.of(cli.data())).orElseThrow();
        return new Client(deployment.http(deployment.service("agent-" + agent)));
    }

    /** Scenarios of tests, as a platform team adds them: files in a folder. */
    private static Path playbooks() {
        return Path.of("src/test/resources/playbooks").toAbsolutePath();
    }

    @Override
    public void close() throws Exception {
        api.close();
        fliggy.close();
        taobao.close();
        alipay.close();
        cli.run("down");
        org.apache.kafka.common.utils.Utils.delete(cli.data().toFile());
    }
}
