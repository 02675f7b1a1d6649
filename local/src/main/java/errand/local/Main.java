package errand.local;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.UnmatchedArgumentException;

/** The {@code errand} command: 0 on success, 1 when it cannot, 2 on wrong usage. */
@Command(
        name = "errand",
        description = "An open, event-driven agent platform on Kafka, on this machine.",
        subcommands = {
            UpCommand.class,
            DownCommand.class,
            AskCommand.class,
            DemoCommand.class,
            StatusCommand.class,
            RestartCommand.class,
            LogsCommand.class,
            EventsCommand.class,
            PlanCommand.class,
            AgentsCommand.class,
            DoctorCommand.class,
            BenchCommand.class,
            ReplayCommand.class,
            TopicsCommand.class,
            NewCommand.class,
            RunCommand.class,
            ImagesCommand.class,
            ClockCommand.class,
            WorldCommand.class,
            VersionCommand.class
        },
        footer = {
            "",
            "  test      runs the tests: ./errand test [SUITE…]",
            "",
            "./errand COMMAND --help tells more about one."
        })
public final class Main implements Runnable {

    @Spec private CommandSpec spec;

    @CommandLine.Option(
            names = {"-h", "--help"},
            usageHelp = true,
            scope = CommandLine.ScopeType.INHERIT,
            description = "show this")
    private boolean help;

    @SuppressWarnings("NullAway.Init") // picocli fills in the spec
    Main() {}

    public static void main(String[] args) {
        System.setProperty("org.springframework.boot.logging.LoggingSystem", "none");
        System.setProperty("logback.configurationFile", "errand/local/quiet.xml");
        System.exit(commandLine().execute(args));
    }

    static CommandLine commandLine() {
        return new CommandLine(new Main())
                .setParameterExceptionHandler(Main::wrongUsage)
                .setExecutionExceptionHandler((e, command, parsed) -> cannot(e, command));
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Which command?");
    }

    private static int wrongUsage(ParameterException e, String[] args) {
        var command = e.getCommandLine();
        var name = command.getCommandSpec().qualifiedName();
        var what =
                e instanceof UnmatchedArgumentException unknown
                                && !command.getSubcommands().isEmpty()
                        ? "'%s' is no command.".formatted(unknown.getUnmatched().getFirst())
                        : sentence(e.getMessage());
        command.getErr().printf("%s See: ./%s --help%n", what, name);
        return 2;
    }

    private static String sentence(@Nullable String message) {
        var line = Objects.toString(message, "Wrong usage").lines().findFirst().orElse("").strip();
        return line.endsWith(".") || line.endsWith("?")
                ? line
                : line.replaceFirst("is not an? (?:int|long)$", "is not a whole number") + ".";
    }

    private static int cannot(Exception e, CommandLine command) throws Exception {
        if (e instanceof Complaint complaint) {
            command.getErr().println(e.getMessage());
            return complaint.exitCode();
        }
        throw e;
    }
}
