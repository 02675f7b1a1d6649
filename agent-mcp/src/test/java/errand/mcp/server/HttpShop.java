package errand.mcp.server;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Path;
import org.apache.catalina.Context;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.connector.Connector;
import org.apache.catalina.startup.Tomcat;
import org.apache.tomcat.util.descriptor.web.FilterDef;
import org.apache.tomcat.util.descriptor.web.FilterMap;

/** The shop over streamable HTTP, for whoever brings the right header. */
public final class HttpShop implements AutoCloseable {

    private final Tomcat tomcat;
    private final int port;

    private HttpShop(Tomcat tomcat, int port) {
        this.tomcat = tomcat;
        this.port = port;
    }

    /**
     * @param port 0: any free one
     * @param authorization header without which nothing is answered
     */
    public static HttpShop start(int port, Path orders, String authorization) throws Exception {
        Tomcat tomcat = new Tomcat();
        tomcat.setBaseDir(orders.resolveSibling("tomcat").toString());
        Connector connector = new Connector();
        connector.setPort(port);
        connector.setProperty("address", InetAddress.getLoopbackAddress().getHostAddress());
        tomcat.setConnector(connector);
        Context context = tomcat.addContext("", null);
        Tomcat.addServlet(context, "mcp", ShopServer.servlet(orders)).setAsyncSupported(true);
        context.addServletMappingDecoded("/mcp/*", "mcp");
        guard(context, authorization);
        tomcat.start();
        return new HttpShop(tomcat, connector.getLocalPort());
    }

    private static void guard(Context context, String authorization) {
        FilterDef guard = new FilterDef();
        guard.setFilterName("guard");
        guard.setAsyncSupported("true");
        guard.setFilter(new Guard(authorization));
        context.addFilterDef(guard);
        FilterMap all = new FilterMap();
        all.setFilterName("guard");
        all.addURLPattern("/*");
        context.addFilterMap(all);
    }

    public int port() {
        return port;
    }

    @Override
    public void close() {
        try {
            tomcat.stop();
            tomcat.destroy();
        } catch (LifecycleException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Lets in who is known. */
    private static final class Guard extends HttpFilter {

        private static final long serialVersionUID = 1L;

        private final String authorization;

        Guard(String authorization) {
            this.authorization = authorization;
        }

        @Override
        protected void doFilter(
                HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                throws IOException, ServletException {
            if (authorization.equals(request.getHeader("Authorization"))) {
                chain.doFilter(request, response);
            } else {
                response.sendError(401);
            }
        }
    }
}
