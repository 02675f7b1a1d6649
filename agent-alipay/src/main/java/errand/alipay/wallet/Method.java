package errand.alipay.wallet;

import errand.agent.Describe;
import java.util.Locale;

/** How a person pays. */
@Describe(
        "How to pay: BALANCE (余额), YUEBAO (余额宝, money-market fund), BANK_CARD (银行卡), HUABEI (花呗, credit)")
public enum Method {
    BALANCE("余额", "balance"),
    YUEBAO("余额宝", "Yu'ebao"),
    BANK_CARD("银行卡", "bank card"),
    HUABEI("花呗", "Huabei credit");

    private final String zh;
    private final String en;

    Method(String zh, String en) {
        this.zh = zh;
        this.en = en;
    }

    /** Its name as people say it. */
    public String in(String lang) {
        return lang.toLowerCase(Locale.ROOT).startsWith("en") ? en : zh;
    }
}
