/** One computer without any virtualization: two applications share all there is. */
export const physical = (): string => 'hardware(bare(libs(program1 program2)))';
