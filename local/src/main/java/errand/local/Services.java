package errand.local;

import errand.local.Service.Kind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The table of all services, in the order in which they start; they stop the other way round. */
final class Services {

    static final Service BROKER = new Service("broker", Kind.BROKER, "errand.embedded.BrokerMain");
    static final Service POSTGRES = new Service("postgres", Kind.POSTGRES, "");
    static final Service REGISTRY =
            new Service("registry", Kind.REGISTRY, "errand.embedded.registry.RegistryMain");
    static final Service ORCHESTRATOR =
            new Service(
                    "orchestrator",
                    Kind.APPLICATION,
                    "errand.orchestrator.OrchestratorApplication");

    private static final List<Service> ALWAYS =
            List.of(
                    BROKER,
                    POSTGRES,
                    REGISTRY,
                    ORCHESTRATOR,
                    agent("fliggy", "errand.fliggy.FliggyApplication"),
                    agent("alipay", "errand.alipay.AlipayApplication"),
                    agent("taobao", "errand.taobao.TaobaoApplication"),
                    agent("flash", "errand.flash.FlashApplication"),
                    agent("amap", "errand.amap.AmapApplication"));

    private static final List<Service> ON_REQUEST =
            List.of(
                    agent("bench", "errand.bench.BenchApplication"),
                    agent(McpFile.NAME, "errand.mcp.McpApplication"));

    private static final List<Service> FOUND = found();

    private Services() {}

    private static Service agent(String name, String main) {
        return new Service("agent-" + name, Kind.APPLICATION, main);
    }

    /** What runs when {@code with} was asked for besides: {@code bench}, {@code mcp:FILE}. */
    static List<Service> with(List<String> with) {
        var chosen = new ArrayList<>(ALWAYS);
        chosen.addAll(FOUND);
        for (var name : with) {
            chosen.add(onRequest(McpFile.service(name)));
        }
        return chosen.stream().filter(Services::isBuilt).toList();
    }

    /** The same and agents that are not of this build. */
    static List<Service> with(List<String> with, List<OwnAgent> own) {
        var chosen = new ArrayList<>(with(with));
        own.forEach(agent -> chosen.add(agent.service()));
        return List.copyOf(chosen);
    }

    /**
     * Whether {@code --with} of that name means a service of this build, whatever folders are here.
     */
    static boolean isOnRequest(String name) {
        return ON_REQUEST.stream().anyMatch(service -> service.name().equals("agent-" + name));
    }

    /** Whether a service of this build has that name, running or not. */
    static boolean isKnown(String name) {
        return Stream.of(ALWAYS, FOUND, ON_REQUEST)
                .flatMap(List::stream)
                .anyMatch(service -> service.name().equals(name));
    }

    /** Agents that came into the clone as modules ({@code errand new agent}). */
    private static List<Service> found() {
        try {
            var services = new ArrayList<Service>();
            var loader = Services.class.getClassLoader();
            for (var file : Collections.list(loader.getResources(OwnAgent.DESCRIPTOR))) {
                try (var in = file.openStream()) {
                    var agent = OwnAgent.properties(in);
                    services.add(agent(agent.name(), agent.main()));
                }
            }
            services.sort(Comparator.comparing(Service::name));
            return List.copyOf(services);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Service onRequest(String name) {
        return ON_REQUEST.stream()
                .filter(service -> service.name().equals("agent-" + name))
                .findFirst()
                .orElseThrow(
                        () ->
                                new Complaint(
                                        "There is no '%s' to start besides. Possible: --with bench, --with mcp, --with mcp:FILE, or --with DIR for an agent of your own"
                                                .formatted(name)));
    }

    private static boolean isBuilt(Service service) {
        return service.main().isEmpty()
                || Services.class
                                .getClassLoader()
                                .getResource(service.main().replace('.', '/') + ".class")
                        != null;
    }
}
