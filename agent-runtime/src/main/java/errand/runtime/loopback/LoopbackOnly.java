package errand.runtime.loopback;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets through what comes from this machine, names this machine as its host, comes from no foreign
 * page, and changes things by JSON only. Being bound to loopback is no wall: a page in a browser on
 * this machine could send forms to it, and a foreign name could resolve to it.
 */
public final class LoopbackOnly extends OncePerRequestFilter {

    private static final Set<String> NAMES = Set.of("localhost", "127.0.0.1", "[::1]");
    private static final Set<String> CHANGES = Set.of("POST", "PUT", "PATCH");

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String origin = request.getHeader("Origin");
        if (!InetAddress.getByName(request.getRemoteAddr()).isLoopbackAddress()) {
            refuse(response, 403, "Only programs on this machine may call this.");
        } else if (!isHere(request.getHeader("Host"))) {
            refuse(response, 403, "The Host header must name localhost or 127.0.0.1.");
        } else if (origin != null && !isHere(authority(origin))) {
            refuse(response, 403, "Pages of another origin may not call this.");
        } else if (CHANGES.contains(request.getMethod()) && !isJson(request.getContentType())) {
            refuse(response, 415, "Send JSON: Content-Type application/json.");
        } else {
            chain.doFilter(request, response);
        }
    }

    private static boolean isHere(@Nullable String authority) {
        return authority != null
                && NAMES.contains(authority.replaceFirst(":\\d+$", "").toLowerCase(Locale.ROOT));
    }

    private static @Nullable String authority(String origin) {
        try {
            return URI.create(origin).getAuthority();
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private static boolean isJson(@Nullable String contentType) {
        return contentType != null
                && contentType.toLowerCase(Locale.ROOT).matches("application/json\\s*(;.*)?");
    }

    private static void refuse(HttpServletResponse response, int status, String why)
            throws IOException {
        response.setStatus(status);
        response.setContentType("application/problem+json");
        response.getWriter()
                .write(
                        "{\"status\":%d,\"title\":\"Refused\",\"detail\":\"%s\"}"
                                .formatted(status, why));
    }
}
