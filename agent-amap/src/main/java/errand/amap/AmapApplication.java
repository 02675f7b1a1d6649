package errand.amap;

import errand.runtime.AgentApplication;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** The amap agent as a service of its own. */
@SpringBootApplication
public class AmapApplication {

    private static final List<String> MODES = List.of("sandbox", "live");

    /**
     * @param mode which adapter is behind the ports; anything but sandbox or live is refused
     */
    public AmapApplication(@Value("${errand.amap.mode:sandbox}") String mode) {
        if (!MODES.contains(mode)) {
            throw new IllegalArgumentException(
                    "errand.amap.mode is '%s'; it must be sandbox or live.".formatted(mode));
        }
    }

    /** Starts the agent and returns once it takes tasks. */
    public static ConfigurableApplicationContext start(String... args) {
        return AgentApplication.start(AmapApplication.class, "amap", args);
    }

    public static void main(String... args) {
        start(args);
    }
}
