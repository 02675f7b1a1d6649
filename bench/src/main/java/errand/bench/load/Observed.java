package errand.bench.load;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;

/** What the services used and the topics grew by while a window was open. */
public final class Observed implements Driver.Window {

    private final Processes processes;
    private final Map<String, Double> cpu = new TreeMap<>();
    private double[] machine = {0, 0};
    private long began;

    public Observed(Processes processes) {
        this.processes = processes;
    }

    @Override
    public void opens() {
        processes.cpuSeconds().forEach((name, used) -> cpu.put(name, -used));
        machine = Processes.machine();
        began = System.nanoTime();
    }

    @Override
    public void closes() {
        processes.cpuSeconds().forEach((name, used) -> cpu.merge(name, used, Double::sum));
        double[] now = Processes.machine();
        machine = new double[] {now[0] - machine[0], now[1] - machine[1]};
        began = System.nanoTime() - began;
    }

    /** CPU seconds in the window, by service. */
    public Map<String, Double> cpu() {
        return cpu;
    }

    public double seconds() {
        return (double) began / TimeUnit.SECONDS.toNanos(1);
    }

    /** Share of the machine's CPU time that was in use, by anybody; 1 is all of it. */
    public double machineBusy() {
        return machine[1] == 0 ? Double.NaN : machine[0] / machine[1];
    }

    /** Records and bytes by which the topics grew since, by name; what did not grow is left out. */
    public static Map<String, long[]> growth(Logs before, Admin admin) throws InterruptedException {
        Logs after = Logs.of(admin);
        Map<String, Long> records = before.records();
        Map<String, long[]> grown = new TreeMap<>();
        after.records()
                .forEach(
                        (topic, end) -> {
                            long more = end - records.getOrDefault(topic, 0L);
                            long bytes =
                                    after.bytes().getOrDefault(topic, 0L)
                                            - before.bytes().getOrDefault(topic, 0L);
                            if (more > 0) {
                                grown.put(topic, new long[] {more, bytes});
                            }
                        });
        return grown;
    }
}
