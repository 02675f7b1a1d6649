package errand.bench.load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;

/** The services' processes as Linux counts them, children included; empty on other systems. */
public record Processes(Map<String, Long> pids) {

    private static final double TICKS_PER_SECOND = 100;

    /** The services of an installation and this JVM, which makes the load. */
    public static Processes withLoad(Map<String, Long> services) {
        Map<String, Long> all = new LinkedHashMap<>(services);
        all.put("load", ProcessHandle.current().pid());
        return new Processes(all);
    }

    /** The same and one process more. */
    public Processes and(String name, long pid) {
        Map<String, Long> all = new LinkedHashMap<>(pids);
        all.put(name, pid);
        return new Processes(all);
    }

    /** CPU seconds used so far, by service. */
    public Map<String, Double> cpuSeconds() {
        Map<String, Double> used = new LinkedHashMap<>();
        pids.forEach((name, pid) -> used.put(name, family(pid).mapToDouble(Processes::cpu).sum()));
        return used;
    }

    /** Resident memory in MB, shared pages split among those who share them, by service. */
    public Map<String, Double> megabytes() {
        Map<String, Double> held = new LinkedHashMap<>();
        pids.forEach((name, pid) -> held.put(name, family(pid).mapToDouble(Processes::pss).sum()));
        return held;
    }

    /** A process and its children, without those that are a service of their own. */
    private Stream<Long> family(long pid) {
        return Stream.concat(
                Stream.of(pid),
                ProcessHandle.of(pid).stream()
                        .flatMap(ProcessHandle::children)
                        .map(ProcessHandle::pid)
                        .filter(child -> !pids.containsValue(child))
                        .flatMap(this::family));
    }

    private static double cpu(long pid) {
        String stat = read(Path.of("/proc/%d/stat".formatted(pid)));
        if (stat.isEmpty()) {
            return 0;
        }
        // The name, in brackets, may hold blanks; user and system ticks are fields 14 and 15.
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
        return (Long.parseLong(fields[11]) + Long.parseLong(fields[12])) / TICKS_PER_SECOND;
    }

    private static double pss(long pid) {
        return read(Path.of("/proc/%d/smaps_rollup".formatted(pid)))
                .lines()
                .filter(line -> line.startsWith("Pss:"))
                .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")) / 1024)
                .sum();
    }

    /** Of the whole machine: how much of its CPU time was used by anybody, since it started. */
    static double[] machine() {
        String line = read(Path.of("/proc/stat")).lines().findFirst().orElse("cpu 0 0 0 0 0");
        String[] fields = line.trim().split("\\s+", -1);
        double all = 0;
        for (int i = 1; i < fields.length; i++) {
            all += Double.parseDouble(fields[i]);
        }
        double idle = Double.parseDouble(fields[4]) + Double.parseDouble(fields[5]);
        return new double[] {(all - idle) / TICKS_PER_SECOND, all / TICKS_PER_SECOND};
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            return "";
        }
    }
}
