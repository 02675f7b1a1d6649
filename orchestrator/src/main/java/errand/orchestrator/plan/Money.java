package errand.orchestrator.plan;

/**
 * An amount of money.
 *
 * @param amount integer minor units: 30,000 yuan is 3000000
 * @param currency ISO 4217, three capital letters
 */
public record Money(long amount, String currency) {

    public static final Money NOTHING = new Money(0, "CNY");

    /** The sum; zero takes on the other's currency; otherwise mixed currencies are refused. */
    public Money plus(Money other) {
        if (amount == 0) {
            return other;
        }
        if (other.amount == 0) {
            return this;
        }
        if (!currency.equals(other.currency)) {
            throw new MixedCurrencies(this, other);
        }
        return new Money(Math.addExact(amount, other.amount), currency);
    }

    /** The difference; may be negative. */
    public Money minus(Money other) {
        return plus(new Money(Math.negateExact(other.amount), other.currency));
    }

    /** In words for people: {@code 20004.00 CNY}. */
    @Override
    public String toString() {
        return java.math.BigDecimal.valueOf(amount, 2).toPlainString() + " " + currency;
    }

    /** Two currencies in one sum. */
    static final class MixedCurrencies extends ArithmeticException {
        private static final long serialVersionUID = 1L;

        MixedCurrencies(Money one, Money other) {
            super("Cannot add %s and %s: one plan, one currency.".formatted(one, other));
        }
    }
}
