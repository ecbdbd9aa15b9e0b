/** Wakes one sleeper. A ring while nobody sleeps is kept, so that none is missed. */
export class Bell {
  private isRung = false;
  private wake: () => void = () => undefined;

  ring(): void {
    this.isRung = true;
    this.wake();
  }

  /** Whether it was rung since somebody last woke up. */
  take(): boolean {
    const was = this.isRung;
    this.isRung = false;
    return was;
  }

  async sleep(forMs: number): Promise<void> {
    if (!this.isRung) {
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, forMs);
        this.wake = () => {
          clearTimeout(timer);
          resolve();
        };
      });
    }
    this.isRung = false;
  }
}
