package errand.local;

import errand.local.Service.Kind;
import java.util.ArrayList;
import java.util.List;

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

    private Services() {}

    private static Service agent(String name, String main) {
        return new Service("agent-" + name, Kind.APPLICATION, main);
    }

    /** What runs when {@code with} was asked for besides: {@code bench}, {@code mcp:FILE}. */
    static List<Service> with(List<String> with) {
        var chosen = new ArrayList<>(ALWAYS);
        for (var name : with) {
            chosen.add(onRequest(McpFile.service(name)));
        }
        return chosen.stream().filter(Services::isBuilt).toList();
    }

    private static Service onRequest(String name) {
        return ON_REQUEST.stream()
                .filter(service -> service.name().equals("agent-" + name))
                .findFirst()
                .orElseThrow(
                        () ->
                                new Complaint(
                                        "There is no '%s' to start besides. Possible: --with bench, --with mcp, --with mcp:FILE"
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
