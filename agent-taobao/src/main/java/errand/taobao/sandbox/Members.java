package errand.taobao.sandbox;

import errand.agent.Task;
import errand.runtime.sandbox.Chance;
import errand.runtime.sandbox.Refusals;
import errand.runtime.sandbox.World;
import errand.taobao.market.Membership;
import java.time.LocalDate;
import java.util.List;

/** Who is a member: the person of the demo is, and every second other one. */
final class Members {

    private static final String NAME = "88VIP";
    private static final String DEMO = "demo";

    private final long seed;

    Members(long seed) {
        this.seed = seed;
    }

    boolean has(String user) {
        return user.equals(DEMO) || Chance.of(seed, "member", user).in100(50);
    }

    Membership of(Task task) {
        LocalDate today = World.today(task.now());
        boolean member = has(task.user());
        int month = Chance.of(seed, "member since", task.user()).between(1, 12);
        LocalDate since = LocalDate.of(today.getYear(), month, 1);
        LocalDate began = since.isAfter(today) ? since.minusYears(1) : since;
        return new Membership(
                NAME,
                member,
                member ? began : null,
                member ? began.plusYears(1).minusDays(1) : null,
                List.of(
                        Refusals.in(
                                task,
                                "标有88VIP的店铺全场95折，可与满减和优惠券同时使用",
                                "5% off at shops marked 88VIP, together with their coupons"),
                        Refusals.in(
                                task,
                                "会员价自动计入到手价和报价",
                                "member prices count in payable and quotes by themselves")));
    }
}
