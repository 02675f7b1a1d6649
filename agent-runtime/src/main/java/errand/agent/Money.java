package errand.agent;

/**
 * An amount of money.
 *
 * @param amount integer minor units: 30,000 yuan is 3000000
 * @param currency ISO 4217, three capital letters
 */
public record Money(
        @Describe("Integer minor units (fen, cents): 30,000 yuan is 3000000") long amount,
        @Describe("ISO 4217 code, such as CNY") String currency) {

    public Money {
        if (!currency.matches("[A-Z]{3}")) {
            throw new IllegalArgumentException(
                    "Currency '%s' is not an ISO 4217 code such as CNY.".formatted(currency));
        }
    }

    public static Money cny(long fen) {
        return new Money(fen, "CNY");
    }

    /** The sum; mixed currencies are refused. */
    public Money plus(Money other) {
        return new Money(Math.addExact(amount, same(other).amount), currency);
    }

    /** The difference; may be negative; mixed currencies are refused. */
    public Money minus(Money other) {
        return new Money(Math.subtractExact(amount, same(other).amount), currency);
    }

    public Money times(long quantity) {
        return new Money(Math.multiplyExact(amount, quantity), currency);
    }

    private Money same(Money other) {
        if (!currency.equals(other.currency)) {
            throw new IllegalArgumentException(
                    "Cannot calculate with %s and %s together."
                            .formatted(currency, other.currency));
        }
        return other;
    }
}
