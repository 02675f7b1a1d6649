package errand.local;

import errand.local.author.AgentName;
import errand.local.author.Checkout;
import errand.local.author.NewAgent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Makes something of a person's own to begin with. */
@Command(
        name = "new",
        description = "Make something of your own to begin with.",
        subcommands = NewCommand.AgentCommand.class)
final class NewCommand implements Runnable {

    @Mixin private Where where = new Where();

    @Spec private CommandSpec spec;

    @SuppressWarnings("NullAway.Init") // picocli fills in the spec
    NewCommand() {}

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "New what? There is: agent.");
    }

    /** A module for an agent: a port, a sandbox, a test that passes, an entry for Compose. */
    @Command(
            name = "agent",
            description = "Make a module for an agent of your own, with a test that passes.")
    static final class AgentCommand implements Callable<Integer> {

        @Mixin private Where where = new Where();

        @Spec private CommandSpec spec;

        @Parameters(
                paramLabel = "NAME",
                description = "lower-case letters, digits and '-', such as flower-shop")
        private String name = "";

        @Option(
                names = "--dir",
                paramLabel = "DIR",
                description = "a folder that is new or empty (default: agent-NAME)")
        private @Nullable Path dir;

        @SuppressWarnings("NullAway.Init") // picocli fills in the spec
        AgentCommand() {}

        @Override
        public Integer call() throws IOException {
            var agent = name();
            refuseKnown(agent);
            var folder = real(dir == null ? Path.of(agent.module()) : dir);
            var checkout = Checkout.here("agents are made");
            new NewAgent(agent, folder, new Checkout(real(checkout.root())))
                    .make()
                    .forEach(System.out::println);
            return 0;
        }

        private AgentName name() {
            try {
                return new AgentName(name);
            } catch (IllegalArgumentException e) {
                throw new ParameterException(spec.commandLine(), e.getMessage(), e);
            }
        }

        private static void refuseKnown(AgentName agent) {
            if (Services.isKnown(agent.module())) {
                throw new Complaint(
                        "There is an agent '%s' already. Choose another name."
                                .formatted(agent.text()));
            }
        }

        /** Without links, as far as it is there. */
        private static Path real(Path path) throws IOException {
            var whole = path.toAbsolutePath().normalize();
            var parent = whole.getParent();
            if (Files.exists(whole)) {
                return whole.toRealPath();
            }
            return parent == null ? whole : real(parent).resolve(whole.getFileName());
        }
    }
}
