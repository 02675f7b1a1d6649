package errand.local;

import errand.runtime.sandbox.pack.Column;
import errand.runtime.sandbox.pack.PackTable;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** World packs: what may be in one, and whether one fits. */
@Command(name = "world", description = "Check a world pack, or show what may be in one.")
final class WorldCommand implements Runnable {

    @SuppressWarnings("NullAway.Init") // picocli fills it in
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "check DIR, or tables?");
    }

    @Command(description = "Read a pack as ./errand up --world DIR does, and say what is wrong.")
    int check(@Parameters(paramLabel = "DIR", description = "the pack's folder") Path directory) {
        var taken = WorldPacks.check(directory).taken();
        if (taken.isEmpty()) {
            throw new Complaint(
                    "%s holds none of the tables. See: ./errand world tables".formatted(directory));
        }
        taken.entrySet().stream()
                .map(
                        table ->
                                "%s: %d %s"
                                        .formatted(
                                                table.getKey(),
                                                table.getValue(),
                                                table.getValue() == 1 ? "row" : "rows"))
                .sorted()
                .forEach(System.out::println);
        return 0;
    }

    @Command(description = "Show the tables and their columns.")
    int tables() {
        for (var table : WorldPacks.tables()) {
            print(table);
        }
        return 0;
    }

    private static void print(PackTable<?> table) {
        System.out.printf("%s: %s%n", table.path(), table.description());
        var rows = new ArrayList<List<String>>();
        for (Column column : table.columns()) {
            rows.add(
                    List.of(
                            column.name(),
                            column.required() ? "yes" : "",
                            column.kind(),
                            column.example(),
                            column.description()));
        }
        Table.print(
                System.out, List.of("column", "required", "kind", "example", "description"), rows);
        System.out.println();
    }
}
