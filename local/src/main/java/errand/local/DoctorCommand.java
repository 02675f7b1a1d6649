package errand.local;

import errand.embedded.FreePort;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Looks at everything that commonly keeps Errand from running, and says it in plain sentences. */
@Command(name = "doctor", description = "Tell why something does not run.")
final class DoctorCommand implements Callable<Integer> {

    private static final long MEGABYTE = 1024 * 1024;
    private static final long DISK_NEEDED = 1024 * MEGABYTE;
    private static final long MEMORY_NEEDED = 2048 * MEGABYTE;
    private static final int ERRORS_SHOWN = 3;

    @Mixin private Where where = new Where();

    private final List<String> faults = new ArrayList<>();

    @Override
    public Integer call() throws IOException {
        System.out.printf("Java %s in %s.%n", Runtime.version(), System.getProperty("java.home"));
        maven();
        disk();
        memory();
        var deployment = Deployment.of(where.data());
        if (deployment.isPresent()) {
            running(deployment.get());
        } else {
            idle();
        }
        logs();
        faults.forEach(fault -> System.out.println("FAULT: " + fault));
        System.out.println(
                faults.isEmpty() ? "No faults found." : faults.size() + " faults found.");
        return faults.isEmpty() ? 0 : 1;
    }

    private void maven() {
        try {
            var maven = new ProcessBuilder("mvn", "-q", "-v").redirectErrorStream(true).start();
            var said = new String(maven.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            System.out.printf("Maven %s.%n", said.lines().findFirst().orElse("").strip());
        } catch (IOException e) {
            faults.add("Maven is not on the PATH; it is needed when sources have changed.");
        }
    }

    private void disk() throws IOException {
        var folder = where.data().path();
        var there = folder;
        while (!Files.exists(there) && there.getParent() != null) {
            there = there.getParent();
        }
        long free = Files.getFileStore(there).getUsableSpace();
        System.out.printf("%d MB are free for data in %s.%n", free / MEGABYTE, folder);
        if (free < DISK_NEEDED) {
            faults.add("Less than 1 GB of disk is free.");
        }
        if (!Files.isWritable(there)) {
            faults.add("%s cannot be written. Choose another with --data.".formatted(there));
        }
    }

    private void memory() {
        try (var lines = Files.lines(Path.of("/proc/meminfo"))) {
            long available =
                    lines.filter(line -> line.startsWith("MemAvailable:"))
                            .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1024)
                            .findFirst()
                            .orElse(Long.MAX_VALUE);
            System.out.printf("%d MB of memory are available.%n", available / MEGABYTE);
            if (available < MEMORY_NEEDED && Deployment.of(where.data()).isEmpty()) {
                faults.add("Less than 2 GB of memory are available.");
            }
        } catch (IOException e) {
            // Not Linux: the system looks after itself.
        }
    }

    private void running(Deployment deployment) {
        for (var service : Status.of(deployment).services()) {
            System.out.printf(
                    "%s is %s at %s.%n", service.name(), service.health(), service.address());
            if (!service.health().equals("up")) {
                faults.add(
                        "%s is %s. Its log: %s"
                                .formatted(
                                        service.name(),
                                        service.health(),
                                        deployment.data().log(service.name())));
            }
        }
    }

    private void idle() {
        System.out.printf("Nothing runs on %s.%n", where.data().path());
        if (!FreePort.isFree(where.port())) {
            faults.add(
                    "Port %d is taken%s."
                            .formatted(
                                    where.port(),
                                    PortOwner.of(where.port()).map(o -> " by " + o).orElse("")));
        }
    }

    private void logs() throws IOException {
        var folder = where.data().logs();
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (var files = Files.list(folder)) {
            for (var log : files.filter(f -> f.toString().endsWith(".log")).sorted().toList()) {
                lastErrors(log);
            }
        }
    }

    private static void lastErrors(Path log) throws IOException {
        var text = new String(Files.readAllBytes(log), StandardCharsets.UTF_8);
        var errors = text.lines().filter(line -> line.contains(" ERROR ")).toList();
        for (var error : errors.subList(Math.max(0, errors.size() - ERRORS_SHOWN), errors.size())) {
            System.out.printf("%s says: %s%n", log.getFileName(), error.strip());
        }
    }
}
