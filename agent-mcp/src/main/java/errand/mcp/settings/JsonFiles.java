package errand.mcp.settings;

import org.springframework.boot.env.YamlPropertySourceLoader;

/**
 * Lets settings stand in a file {@code *.json}, as other MCP clients write theirs: all JSON is
 * YAML.
 */
public final class JsonFiles extends YamlPropertySourceLoader {

    @Override
    public String[] getFileExtensions() {
        return new String[] {"json"};
    }
}
