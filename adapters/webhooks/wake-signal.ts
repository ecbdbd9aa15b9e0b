/** Wakes one waiter. A notification without a waiter is kept for the next `wait`. */
export class WakeSignal {
  private isNotified = false;
  private wake: () => void = () => undefined;

  notify(): void {
    this.isNotified = true;
    this.wake();
  }

  /** Whether there was a notification since the last `wait` or `consume`. */
  consume(): boolean {
    const wasNotified = this.isNotified;
    this.isNotified = false;
    return wasNotified;
  }

  async wait(timeoutMs: number): Promise<void> {
    if (!this.isNotified) {
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, timeoutMs);
        this.wake = () => {
          clearTimeout(timer);
          resolve();
        };
      });
    }
    this.isNotified = false;
  }
}
