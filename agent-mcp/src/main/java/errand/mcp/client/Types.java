package errand.mcp.client;

import java.util.Map;
import tools.jackson.core.type.TypeReference;

/** Generic types as values. */
final class Types {

    static final TypeReference<Map<String, Object>> MAP = new TypeReference<>() {};

    private Types() {}
}
