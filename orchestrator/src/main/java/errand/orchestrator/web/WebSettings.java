package errand.orchestrator.web;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the web part is reached.
 *
 * @param hosts names besides the loopback ones that requests may be addressed to, without ports
 * @param behindAuth whether something in front lets only known people through; without it the
 *     service listens on loopback only
 * @param publishedOnLoopback whether it listens inside a container whose port is published on the
 *     host's loopback only: then it may listen on all interfaces of the container
 * @param largestBody bytes of a request
 */
@ConfigurationProperties("errand.web")
record WebSettings(
        @DefaultValue List<String> hosts,
        @DefaultValue("false") boolean behindAuth,
        @DefaultValue("false") boolean publishedOnLoopback,
        @DefaultValue("1048576") int largestBody) {

    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

    WebSettings {
        hosts = List.copyOf(hosts);
        if (largestBody < 1024) {
            throw new IllegalArgumentException(
                    "errand.web.largest-body is %d; at least 1024 bytes are needed."
                            .formatted(largestBody));
        }
    }

    Set<String> allowedHosts() {
        Set<String> allowed = new TreeSet<>(LOOPBACK);
        hosts.forEach(host -> allowed.add(host.toLowerCase(java.util.Locale.ROOT)));
        return allowed;
    }
}
