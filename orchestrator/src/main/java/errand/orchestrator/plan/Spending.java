package errand.orchestrator.plan;

/** Money that a plan moved and did not bring back. */
final class Spending {

    private Spending() {}

    static Money of(Plan plan, Documents documents) {
        Money spent = Money.NOTHING;
        for (Step step : plan.all()) {
            String output = step.output();
            boolean stands = step.phase() == Phase.DONE || step.phase() == Phase.UNDO_FAILED;
            if (stands
                    && output != null
                    && !step.spec().asks()
                    && plan.manifest(step).effect() == Effect.PAY) {
                spent = more(spent, documents.paid(output));
            }
        }
        return spent;
    }

    /** A plan has one currency; an agent that says it moved another one is not believed. */
    private static Money more(Money spent, Money paid) {
        boolean same = spent.amount() == 0 || spent.currency().equals(paid.currency());
        return same ? spent.plus(paid) : spent;
    }
}
