package errand.flash;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Which world the agent is of.
 *
 * @param mode sandbox: shops that exist only here; live: none, for want of a public API
 */
@ConfigurationProperties("errand.flash")
record FlashProperties(@DefaultValue("sandbox") Mode mode) {

    /** Any other word refuses to start. */
    enum Mode {
        SANDBOX,
        LIVE
    }
}
