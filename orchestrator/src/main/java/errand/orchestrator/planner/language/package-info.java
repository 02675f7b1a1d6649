/**
 * Reads numbers, money, people, cities, places, dates, times, nights and things out of a Chinese or
 * English sentence. Pure: today is an argument; knows nothing of playbooks or plans.
 */
@NullMarked
package errand.orchestrator.planner.language;

import org.jspecify.annotations.NullMarked;
