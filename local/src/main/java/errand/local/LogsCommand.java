package errand.local;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Prints the logs of one service or of all, and what is added to them. */
@Command(name = "logs", description = "Show the log of a service, or of all.")
final class LogsCommand implements Callable<Integer> {

    @Mixin private Where where = new Where();

    @Parameters(arity = "0..1", paramLabel = "SERVICE", description = "as in ./errand status")
    private @Nullable String service;

    @Option(names = "-f", description = "go on with what is added")
    private boolean follow;

    @Override
    public Integer call() throws IOException, InterruptedException {
        var logs = logs();
        var read = new LinkedHashMap<Path, Long>();
        do {
            for (var log : logs) {
                read.merge(log, show(log, read.getOrDefault(log, 0L)), (old, now) -> now);
            }
            if (follow) {
                Thread.sleep(Duration.ofMillis(200));
            }
        } while (follow);
        return 0;
    }

    private List<Path> logs() throws IOException {
        var data = where.data();
        var all = List.<Path>of();
        if (Files.isDirectory(data.logs())) {
            try (var files = Files.list(data.logs())) {
                all = files.filter(file -> file.toString().endsWith(".log")).sorted().toList();
            }
        }
        var names = all.stream().map(LogsCommand::name).toList();
        if (service == null && !all.isEmpty()) {
            return all;
        }
        if (service != null && names.contains(service)) {
            return List.of(data.log(service));
        }
        throw new Complaint(
                all.isEmpty()
                        ? "There are no logs in %s. Start something: ./errand up"
                                .formatted(data.path())
                        : "There is no log of '%s'. There are: %s"
                                .formatted(service, String.join(", ", names)));
    }

    private static String name(Path log) {
        return log.getFileName().toString().replaceFirst("\\.log$", "");
    }

    private long show(Path log, long from) throws IOException {
        try (var file = new RandomAccessFile(log.toFile(), "r")) {
            long begin = file.length() < from ? 0 : from;
            var bytes = new byte[(int) (file.length() - begin)];
            file.seek(begin);
            file.readFully(bytes);
            var text = new String(bytes, StandardCharsets.UTF_8);
            text.lines().forEach(line -> System.out.println(prefix(log) + line));
            return begin + bytes.length;
        }
    }

    private String prefix(Path log) {
        return service == null ? String.format("%-14s| ", name(log)) : "";
    }
}
