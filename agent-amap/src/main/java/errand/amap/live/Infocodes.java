package errand.amap.live;

import static errand.runtime.sandbox.Refusals.in;

import errand.agent.Outcome;
import errand.agent.Task;
import errand.agent.TransientFailure;
import errand.runtime.live.VendorHttp;
import java.util.Set;

/**
 * What Amap's information codes mean for a task: come back at once, come back tomorrow, or somebody
 * has to set something right. After Amap's table of information codes (web service API, 错误码说明).
 */
final class Infocodes {

    /** Too many calls at once, or busy: passes by itself. */
    private static final Set<String> BUSY =
            Set.of(
                    "10004", "10014", "10015", "10016", "10017", "10019", "10020", "10021", "10022",
                    "10023", "20003");

    /** No more calls today, or none left that were paid for. */
    private static final Set<String> QUOTA =
            Set.of("10003", "10010", "10029", "10044", "10045", "40000", "40001", "40002", "40003");

    private static final Set<String> SIGNATURE = Set.of("10007");

    /** The key itself, its rights, or from where it may be used. */
    private static final Set<String> KEY =
            Set.of("10001", "10002", "10005", "10006", "10008", "10009", "10011", "10012", "10013");

    private Infocodes() {}

    /**
     * @throws TransientFailure when the same call may succeed in a moment
     */
    static <O> Outcome<O> failure(String code, String info, Task task) {
        if (BUSY.contains(code) || code.startsWith("300")) {
            throw new TransientFailure(
                    VendorHttp.BUSY,
                    "Amap asks to come back later (%s %s); it is tried again."
                            .formatted(code, info));
        }
        if (QUOTA.contains(code)) {
            return quota(code, info, task);
        }
        if (SIGNATURE.contains(code) || KEY.contains(code)) {
            return key(code, info, task);
        }
        return refused(
                "VENDOR_REFUSED",
                code,
                info,
                "请换一种说法或稍后再试",
                "Say it in another way, or try again later",
                task);
    }

    private static <O> Outcome<O> key(String code, String info, Task task) {
        boolean signature = SIGNATURE.contains(code);
        return refused(
                "VENDOR_KEY_REFUSED",
                code,
                info,
                signature
                        ? "请检查 ERRAND_AMAP_PRIVATE_KEY（数字签名的私钥）"
                        : "请检查 ERRAND_AMAP_KEY 是否有效、属于“Web服务”类型，以及 IP 白名单",
                signature
                        ? "Check ERRAND_AMAP_PRIVATE_KEY (the private key of the digital signature)"
                        : "Check that ERRAND_AMAP_KEY is valid and of the kind 'web service', and its list of allowed addresses",
                task);
    }

    private static <O> Outcome<O> quota(String code, String info, Task task) {
        return refused(
                "VENDOR_QUOTA_EXHAUSTED",
                code,
                info,
                "今天的调用次数已用完，次日0点恢复；急用请在高德控制台提升配额",
                "Today's calls are used up and come back at midnight (China); raise the quota in Amap's console if it cannot wait",
                task);
    }

    private static <O> Outcome<O> refused(
            String refusal, String code, String info, String zh, String en, Task task) {
        return Outcome.refused(
                refusal,
                in(
                        task,
                        "高德没有受理（%s %s）。%s。".formatted(code, info, zh),
                        "Amap did not accept the call (%s %s). %s.".formatted(code, info, en)));
    }
}
