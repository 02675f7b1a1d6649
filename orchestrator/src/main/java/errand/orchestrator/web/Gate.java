package errand.orchestrator.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.filter.OncePerRequestFilter;
import tools.jackson.databind.json.JsonMapper;

/**
 * Refuses what a page from elsewhere could make a browser send: loopback is not a wall. A foreign
 * {@code Host} (DNS rebinding), a foreign {@code Origin}, a write that is not JSON. Also bounds
 * bodies.
 */
final class Gate extends OncePerRequestFilter {

    private static final Set<String> READS = Set.of("GET", "HEAD", "OPTIONS");

    private final Set<String> hosts;
    private final int largestBody;

    Gate(WebSettings settings) {
        this.hosts = settings.allowedHosts();
        this.largestBody = settings.largestBody();
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain next)
            throws ServletException, IOException {
        Optional<Problem> foreign = foreign(request);
        if (foreign.isPresent()) {
            write(response, foreign.get());
        } else if (READS.contains(request.getMethod())) {
            next.doFilter(request, response);
        } else {
            withBody(request, response, next);
        }
    }

    private void withBody(
            HttpServletRequest request, HttpServletResponse response, FilterChain next)
            throws ServletException, IOException {
        if (request.getContentLengthLong() > largestBody) {
            write(response, tooLarge());
            return;
        }
        byte[] bytes = request.getInputStream().readNBytes(largestBody + 1);
        if (bytes.length > largestBody) {
            write(response, tooLarge());
        } else if (!json(request.getContentType(), bytes.length)) {
            write(
                    response,
                    Problem.of(
                            415,
                            "unsupported-media-type",
                            "Only JSON is taken",
                            "The body is '%s'; send JSON with 'Content-Type: application/json'."
                                    .formatted(request.getContentType())));
        } else {
            next.doFilter(new Body(request, bytes), response);
        }
    }

    private Problem tooLarge() {
        return Problem.of(
                413,
                "too-large",
                "The body is too large",
                "A body may have %d bytes; this one has more.".formatted(largestBody));
    }

    /** No type is taken for no body only, such as {@code curl -X POST …/cancel}. */
    private static boolean json(@Nullable String contentType, int length) {
        if (contentType == null) {
            return length == 0;
        }
        try {
            MediaType type = MediaType.parseMediaType(contentType);
            return MediaType.APPLICATION_JSON.isCompatibleWith(type)
                    || type.getSubtype().endsWith("+json");
        } catch (IllegalArgumentException unreadable) {
            return false;
        }
    }

    private Optional<Problem> foreign(HttpServletRequest request) {
        String host = request.getHeader("Host");
        if (host == null || !hosts.contains(name(host))) {
            return Optional.of(
                    Problem.of(
                            403,
                            "foreign-host",
                            "Not addressed to this service",
                            "Host '%s' is not one of %s. Add its name to errand.web.hosts if it is yours."
                                    .formatted(host, String.join(", ", hosts))));
        }
        String origin = request.getHeader("Origin");
        if (origin != null && !sameOrigin(origin, host)) {
            return Optional.of(
                    Problem.of(
                            403,
                            "foreign-origin",
                            "A page from elsewhere may not do this",
                            "Origin '%s' is not this service at '%s'.".formatted(origin, host)));
        }
        return Optional.empty();
    }

    private static boolean sameOrigin(String origin, String host) {
        try {
            String authority = URI.create(origin).getAuthority();
            return authority != null && authority.equalsIgnoreCase(host);
        } catch (IllegalArgumentException unreadable) {
            return false;
        }
    }

    private static String name(String host) {
        int colon = host.lastIndexOf(':');
        boolean port = colon > host.lastIndexOf(']');
        return (port ? host.substring(0, colon) : host).toLowerCase(Locale.ROOT);
    }

    static void write(HttpServletResponse response, Problem problem) throws IOException {
        response.setStatus(problem.status());
        response.setContentType(Problem.MEDIA_TYPE);
        response.getOutputStream().write(JsonMapper.shared().writeValueAsBytes(problem));
    }
}
