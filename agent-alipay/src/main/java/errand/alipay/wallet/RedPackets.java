package errand.alipay.wallet;

import errand.agent.Describe;
import java.util.List;

/** Red packets and coupons of a person. */
public record RedPackets(
        @Describe("One line for a card") String title,
        @Describe("The one that expires first in front") List<RedPacket> redPackets) {

    public RedPackets {
        redPackets = List.copyOf(redPackets);
    }
}
