package errand.bench.agent;

import errand.agent.Describe;
import errand.agent.Money;

/** What nothing is to cost. */
record Price(@Describe("0.01 to 100.00 yuan") Money price) {}
