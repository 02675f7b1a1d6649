package errand.local;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How the services of a deployment are at this moment. */
record Status(List<State> services) {

    /**
     * One service.
     *
     * @param pid of its own process or the one it shares; null when there is none
     * @param http null when it speaks another protocol, at {@code address}
     * @param health {@code up}, {@code starting} (there, but not ready) or {@code down}
     */
    @JsonInclude
    record State(
            String name,
            @Nullable Long pid,
            @Nullable String http,
            String address,
            String health) {}

    static Status of(Deployment deployment) {
        var health = new Health(deployment);
        return new Status(
                deployment.services().stream().map(s -> state(deployment, health, s)).toList());
    }

    private static State state(Deployment deployment, Health health, Service service) {
        var pid = pid(deployment, service);
        return new State(
                service.name(),
                pid,
                service.speaksHttp() ? deployment.http(service) : null,
                deployment.address(service),
                pid == null ? "down" : health.isReady(service) ? "up" : "starting");
    }

    private static @Nullable Long pid(Deployment deployment, Service service) {
        if (deployment.isApart(service)) {
            return new Launcher(deployment).pid(service.name()).orElse(null);
        }
        return RunLock.isTaken(deployment.data())
                ? new PidFile(deployment.data(), "supervisor").number().orElse(null)
                : null;
    }

    boolean allUp() {
        return !services.isEmpty() && services.stream().allMatch(s -> s.health().equals("up"));
    }
}
