package errand.mcp.settings;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/** Settings as they come from a file. */
public final class Bound {

    private Bound() {}

    /** A server of a command, besides what is said. */
    public static ServerSettings server(Map<String, String> said) {
        Map<String, String> all = new HashMap<>(said);
        if (!said.containsKey("url")) {
            all.putIfAbsent("command", "true");
        }
        return of(servers(prefixed("errand.mcp.servers.x.", all)), "x");
    }

    static ServerSettings of(Servers servers, String agent) {
        return Objects.requireNonNull(servers.byAgent().get(agent), agent);
    }

    static Servers servers(Map<String, String> said) {
        Binder binder = new Binder(new MapConfigurationPropertySource(said));
        return Servers.of(
                binder.bindOrCreate("errand.mcp", McpProperties.class),
                binder.bindOrCreate("", ClientFile.class));
    }

    private static Map<String, String> prefixed(String prefix, Map<String, String> all) {
        Map<String, String> prefixed = new HashMap<>();
        all.forEach((key, value) -> prefixed.put(prefix + key, value));
        return prefixed;
    }
}
