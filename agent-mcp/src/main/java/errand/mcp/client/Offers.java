package errand.mcp.client;

import java.util.List;

/**
 * What a server has to offer.
 *
 * @param version of the server, as it says
 */
public record Offers(String version, List<Tool> tools) {

    public Offers {
        tools = List.copyOf(tools);
    }
}
