package errand.local;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Shows what runs; succeeds when all of it is ready. */
@Command(name = "status", description = "Show what runs; exit code 0 when all of it is ready.")
final class StatusCommand implements Callable<Integer> {

    @Mixin private Where where = new Where();

    @Option(names = "--json", description = "for programs")
    private boolean json;

    @Override
    public Integer call() {
        var deployment = Deployment.of(where.data());
        var status = deployment.map(Status::of).orElseGet(() -> new Status(List.of()));
        if (json) {
            System.out.println(Json.MAPPER.writeValueAsString(status));
        } else if (status.services().isEmpty()) {
            System.out.printf("Nothing runs on %s.%n", where.data().path());
        } else {
            print(status);
        }
        return status.allUp() ? 0 : 1;
    }

    private static void print(Status status) {
        var rows = new ArrayList<List<String>>();
        for (var service : status.services()) {
            rows.add(
                    List.of(
                            service.name(),
                            service.health(),
                            service.pid() == null ? "-" : service.pid().toString(),
                            service.http() == null ? service.address() : service.http()));
        }
        Table.print(System.out, List.of("service", "health", "pid", "address"), rows);
    }
}
