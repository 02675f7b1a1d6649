package errand.local;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Tells a bench where the installation is and what belongs to it, as its arguments. */
record BenchGround(Deployment deployment) {

    /** For a bench that starts installations by itself. */
    static List<String> none() {
        return List.of("--bootstrap=", "--registry=", "--api=");
    }

    List<String> arguments() {
        return List.of(
                "--bootstrap=" + deployment.address(Services.BROKER),
                "--registry=" + deployment.http(Services.REGISTRY),
                "--api=" + deployment.http(Services.ORCHESTRATOR),
                "--database=" + deployment.address(Services.POSTGRES),
                "--data=" + deployment.folder(),
                "--mode=" + (deployment.processes() ? "processes" : "one JVM"),
                "--services=" + agents(),
                "--pids=" + String.join(",", pids()));
    }

    private String agents() {
        return deployment.services().stream()
                .filter(service -> service.name().startsWith("agent-"))
                .map(service -> service.name() + "=" + deployment.http(service))
                .collect(Collectors.joining(","));
    }

    private List<String> pids() {
        var launcher = new Launcher(deployment);
        var pids = new ArrayList<String>();
        for (var service : launcher.names()) {
            launcher.pid(service).ifPresent(pid -> pids.add(service + ":" + pid));
        }
        if (!deployment.processes()) {
            new PidFile(deployment.data(), "supervisor")
                    .number()
                    .ifPresent(pid -> pids.add("services:" + pid));
        }
        return pids;
    }
}
