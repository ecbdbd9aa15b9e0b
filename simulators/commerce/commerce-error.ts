/** A refusal in Commerce's own shape: a message with %placeholders and their values. */
export interface CommerceRefusal {
  readonly status: number;
  readonly message: string;
  readonly parameters?: Readonly<Record<string, string>>;
}

export function notAuthorized(resource: string): CommerceRefusal {
  return {
    status: 401,
    message: "The consumer isn't authorized to access %resources.",
    parameters: { resources: resource },
  };
}

export function isRefusal(answer: object): answer is CommerceRefusal {
  return 'status' in answer && 'message' in answer;
}
