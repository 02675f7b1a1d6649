package errand.flash.live;

import errand.agent.Agent;
import errand.agent.Capabilities;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/**
 * The flash agent in live mode: quick delivery has no API that the public may order through, so it
 * can do nothing and announces nothing. Whoever plans sees that by the absence.
 */
@Component
@ConditionalOnProperty(name = "errand.flash.mode", havingValue = "live")
final class NoPublicApi implements Agent {

    private static final Logger LOG = LoggerFactory.getLogger(NoPublicApi.class);

    @Override
    public Capabilities capabilities() {
        LOG.warn(
                "errand.flash.mode=live: quick delivery (闪购) has no public API for consumers, so agent"
                        + " 'flash' announces no capability and no plan can use it. Set errand.flash.mode=sandbox"
                        + " for the sandbox.");
        return Capabilities.of("flash")
                .limited(
                        "闪购和外卖没有对公众开放的下单接口，所以这里点不了外卖，也叫不了即时配送。",
                        "Quick delivery (闪购, 外卖) has no API that is open to the public, so nothing can be ordered from shops nearby here.");
    }
}
