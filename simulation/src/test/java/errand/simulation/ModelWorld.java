package errand.simulation;

import errand.runtime.schema.JsonSchemas;
import errand.runtime.work.CapabilityTable;
import errand.runtime.work.InMemoryInbox;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One conversation with the model shop. */
final class ModelWorld implements World {

    static final String CONVERSATION = "c_sim";
    private static final JsonSchemas SCHEMAS = new JsonSchemas();

    private final Chaos chaos;
    private final Clock clock;
    private final ModelShop shop;
    private final CapabilityTable table;
    private final SimulatedAgent agent;

    ModelWorld(Chaos chaos, Clock clock) {
        this.chaos = chaos;
        this.clock = clock;
        this.shop = new ModelShop(chaos, clock);
        this.table = table(shop);
        this.agent =
                new SimulatedAgent(
                        chaos, table, SCHEMAS, new InMemoryInbox(shop::restorePoint), clock);
    }

    static CapabilityTable table(ModelShop shop) {
        return new CapabilityTable(shop.capabilities(), SCHEMAS);
    }

    @Override
    public List<Wish> wishes() {
        PlanMaker maker = new PlanMaker(chaos, table);
        int count = 1 + chaos.below(2);
        List<Wish> wishes = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            wishes.add(new Wish(CONVERSATION, maker.make("p_" + i)));
        }
        return wishes;
    }

    @Override
    public boolean changeable() {
        return true;
    }

    @Override
    public SimulatedAgent agentOf(String capability) {
        return agent;
    }

    @Override
    public void planEnded(String planId) {
        agent.planEnded(planId, clock);
    }

    /** The shop has whims of its own. */
    @Override
    public Optional<String> stir() {
        return Optional.empty();
    }

    @Override
    public void hesitates() {}

    @Override
    public void mustHold(Endings endings) {
        new ShopInvariants(shop, endings).hold();
    }
}
