package errand.local;

import errand.embedded.FreePort;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.core.type.TypeReference;

/** Picks a free port per service, the one it had last time where nobody else has taken it. */
final class RememberedPorts {

    private RememberedPorts() {}

    static Map<String, Integer> pick(DataFolder data, List<Service> services, int orchestrator) {
        var ports = new TreeMap<>(read(data));
        var taken = new HashSet<Integer>();
        taken.add(orchestrator);
        ports.put(Services.ORCHESTRATOR.name(), orchestrator);
        for (var service : services) {
            if (!service.equals(Services.ORCHESTRATOR)) {
                int port = FreePort.preferring(ports.getOrDefault(service.name(), 0));
                while (!taken.add(port)) {
                    port = FreePort.any();
                }
                ports.put(service.name(), port);
            }
        }
        write(data, ports);
        return ports;
    }

    private static Map<String, Integer> read(DataFolder data) {
        if (!Files.exists(data.ports())) {
            return Map.of();
        }
        return Json.MAPPER.readValue(data.ports(), new TypeReference<>() {});
    }

    private static void write(DataFolder data, Map<String, Integer> ports) {
        try {
            Files.writeString(data.ports(), Json.MAPPER.writeValueAsString(ports));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
